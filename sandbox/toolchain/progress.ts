/** How the toolchain and the rehearsal tell what they do while they do it. */
export interface Progress {
  /** A line that stays. */
  line(text: string): void;
  /** What is going on right now; replaced by the next one, and gone with the next line. */
  status(text: string): void;
}

/** Says what is done and how long that usually takes, then how long it has taken so far, until the work is done. */
export async function withClock<Result>(progress: Progress, what: string, work: Promise<Result>): Promise<Result> {
  const start = Date.now();
  progress.line(`${what} …`);
  const ticker = setInterval(() => {
    progress.status(`${what}: ${Math.round((Date.now() - start) / 1000)} s so far`);
  }, 1000);
  try {
    return await work;
  } finally {
    clearInterval(ticker);
  }
}
