/** How the toolchain and the rehearsal tell what they do while they do it. */
export interface Progress {
  /** A line that stays. */
  line(text: string): void;
  /** What is going on right now; replaced by the next one, and gone with the next line. */
  status(text: string): void;
}

/** Calls `status` at once and then with the seconds that have passed, until the work is done. */
export async function withClock<Result>(
  progress: Progress,
  describe: (seconds: number) => string,
  work: Promise<Result>,
): Promise<Result> {
  const start = Date.now();
  progress.status(describe(0));
  const ticker = setInterval(() => {
    progress.status(describe(Math.round((Date.now() - start) / 1000)));
  }, 1000);
  try {
    return await work;
  } finally {
    clearInterval(ticker);
  }
}
