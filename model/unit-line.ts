/** The organizational units on the way to one, from the top: `Workloads/Production` → `Workloads`, `Workloads/Production`. */
export function unitLine(ou: string): string[] {
  if (ou === "root") return [];
  const names = ou.split("/");
  return names.map((_, at) => names.slice(0, at + 1).join("/"));
}
