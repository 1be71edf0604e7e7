const { Spec } = require("mocha").reporters;

/** Mocha's own report; `tests/run.ts`, where that is what started it, is told the totals. */
module.exports = class extends Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once("end", () => {
      const { passes, failures, pending } = this.stats;
      process.send?.({ passes, failures, pending });
    });
  }
};
