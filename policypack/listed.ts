/** Names the first three, and counts the others. */
export function listed(names: readonly string[]): string {
  const [shown, more] = [names.slice(0, 3), names.length - 3];
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}

/** The services of some actions. */
export function servicesOf(actions: readonly string[]): string {
  return listed([...new Set(actions.map((action) => action.slice(0, action.indexOf(":"))))]);
}
