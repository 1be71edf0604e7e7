import type { Deployment } from "../../model/deployment.ts";
import { accessMatrixText, roleMatrixText } from "../../review/matrix-text.ts";
import { accessMatrix, roleMatrix } from "../../review/matrix.ts";
import type { Terminal } from "./terminal.ts";

/** Prints who may do what where, and which software is which role where. */
export function showMatrices(deployments: Deployment[], terminal: Terminal): void {
  terminal.heading("Who may do what: groups × accounts → permission sets");
  terminal.print(accessMatrixText(accessMatrix(deployments), terminal.width));
  terminal.heading("What runs where: workloads and pipelines × accounts → roles");
  terminal.print(roleMatrixText(roleMatrix(deployments), terminal.width));
}
