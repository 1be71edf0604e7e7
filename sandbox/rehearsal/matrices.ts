import type { Deployment } from "../../model/deployment.ts";
import { accessMatrixText, workloadMatrixText } from "../../review/matrix-text.ts";
import { accessMatrix, workloadMatrix } from "../../review/matrix.ts";
import type { Terminal } from "./terminal.ts";

/** Prints who may do what where, and which workload runs where as which role. */
export function showMatrices(deployments: Deployment[], terminal: Terminal): void {
  terminal.heading("Who may do what: groups × accounts → permission sets");
  terminal.print(accessMatrixText(accessMatrix(deployments), terminal.width));
  terminal.heading("What runs where: workloads × accounts → roles");
  terminal.print(workloadMatrixText(workloadMatrix(deployments), terminal.width));
}
