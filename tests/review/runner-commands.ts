/** A workflow command, as GitHub's runner has understood it. */
export interface RunnerCommand {
  name: string;
  properties: Record<string, string>;
  data: string;
}

/**
 * What GitHub's runner makes of the lines of a step: `::name properties::data` at the beginning of a line, white space
 * aside, and `##[name properties]data` anywhere in it. Any word is taken for a command's name here, which is more than
 * the runner does. Source: `src/Runner.Common/ActionCommand.cs` of https://github.com/actions/runner
 */
export function runnerCommands(output: string): RunnerCommand[] {
  return output.split(/\r\n|\r|\n/u).flatMap((line) => {
    const shown = line.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "").trimStart();
    const command = /^::(?<name>[^\s:]+)(?: (?<given>.*?))?::(?<data>.*)$/u.exec(shown)?.groups;
    const old = /##\[(?<name>[^\s\]]+)(?: (?<given>[^\]]*))?\](?<data>.*)$/u.exec(shown)?.groups;
    const found = command ?? old;
    if (found === undefined) return [];
    const pairs = (found["given"] ?? "").split(command === undefined ? ";" : ",").map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), unescaped(pair.slice(at + 1))] as const;
    });
    const properties = Object.fromEntries(pairs.filter(([key]) => key !== ""));
    return [{ name: found["name"] ?? "", properties, data: unescaped(found["data"] ?? "") }];
  });
}

/** In the runner's order: % comes last. */
function unescaped(text: string): string {
  return text
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");
}
