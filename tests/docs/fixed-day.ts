import { mock } from "node:test";
import { today } from "../components/program.ts";

/** Imported before a command, the command runs on the tests' own day. */
mock.timers.enable({ apis: ["Date"], now: new Date(`${today}T12:00:00Z`) });
