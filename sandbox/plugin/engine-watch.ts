/** How often a process looks whether its parent is still there, in milliseconds. */
const interval = 500;

/**
 * Ends this process when the engine that started it is gone, also when it was killed and could not say so. Its own
 * children are ended by whoever listens to `exit`.
 */
export function endWithEngine(): void {
  const engine = process.ppid;
  setInterval(() => {
    if (process.ppid !== engine) process.exit(0);
  }, interval).unref();
  // The engine asks twice before it kills: with a call, then with this signal.
  process.on("SIGINT", () => process.exit(0));
  process.on("SIGTERM", () => process.exit(0));
}

/** Node's arguments that make a child end when this process is gone, whatever the child runs. */
export const endWithParent: readonly string[] = [
  "--import",
  `data:text/javascript,const parent=process.ppid;setInterval(()=>process.ppid===parent||process.exit(1),${interval}).unref()`,
];
