import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv-draft-04";
import { printable } from "../../iam/printable.ts";
import { checkAnnotations } from "../../review/check-annotations.ts";
import { checkFormats } from "../../review/check-formats.ts";
import { checkJson } from "../../review/check-json.ts";
import { checkSarif } from "../../review/check-sarif.ts";
import { checkText } from "../../review/check-text.ts";
import { checked, checkedWith, oneError, oneWarning } from "./checked.ts";
import { hostileNames, steering } from "./hostile-names.ts";
import { runnerCommands } from "./runner-commands.ts";

const both = checked([oneError, oneWarning]);
const guide = "docs/editing-access.md#give-a-team-access-to-an-account";
const github = "https://github.com/securecart/access/blob/HEAD/";

describe("a check as text", () => {
  it("ends with a verdict", () => {
    const lastLine = (text: string): string | undefined => text.trimEnd().split("\n").at(-1);
    assert.equal(checkText(checked([])), "config/dev.yaml, config/prod.yaml: nothing is wrong.\n");
    assert.equal(
      lastLine(checkText(checked([oneWarning]))),
      "config/dev.yaml, config/prod.yaml: nothing forbids a deployment.",
    );
    assert.equal(lastLine(checkText(both)), "No stack can be deployed until the errors are gone.");
    assert.equal(
      lastLine(checkText(checked([], { stack: "dev", errorsElsewhere: 1 }))),
      "No stack can be deployed: outside of dev there is 1 error, which `npm run check` shows.",
    );
  });
});

describe("a check as JSON", () => {
  it("has the shape that docs/checking.md describes", () => {
    assert.deepEqual(JSON.parse(checkJson(both)), {
      version: 1,
      deployable: false,
      files: ["config/dev.yaml", "config/prod.yaml"],
      stack: null,
      errors: 1,
      warnings: 1,
      errorsElsewhere: 0,
      diagnostics: [
        {
          severity: "error",
          code: "unknown-permission-set",
          title: "A permission set that does not exist",
          message: "There is no permission set `Develper`.",
          fix: "Did you mean `Developer`?",
          exception: null,
          file: "config/prod.yaml",
          line: 3,
          column: 18,
          length: 8,
          path: "access.Developers.Production[0]",
          rule: null,
          more: ["docs/diagnostics.md#unknown-permission-set", guide],
        },
        {
          severity: "warning",
          code: "file-unused",
          title: "No stack includes the file",
          message: "No stack includes this file: it has no effect.",
          fix: null,
          exception: null,
          file: "config/old teams.yaml",
          line: 1,
          column: 1,
          length: 0,
          path: "",
          rule: null,
          more: ["docs/diagnostics.md#file-unused"],
        },
      ],
    });
    const page = readFileSync(join(import.meta.dirname, "../../docs/checking.md"), "utf8");
    const { diagnostics, ...top } = JSON.parse(checkJson(both)) as { diagnostics: object[] };
    for (const key of [...Object.keys(top), "diagnostics", ...Object.keys(diagnostics[0] ?? {})]) {
      assert.ok(page.includes(`\`${key}\``), `${key} is missing from docs/checking.md`);
    }
  });
});

describe("a check as annotations", () => {
  it("is a command of GitHub's runner for each diagnostic, after the text", () => {
    const text = checkAnnotations({ ...both, home: github });
    assert.ok(text.startsWith(checkText({ ...both, home: github })));
    assert.deepEqual(runnerCommands(text), [
      {
        name: "error",
        properties: {
          file: "config/prod.yaml",
          line: "3",
          endLine: "3",
          col: "18",
          endColumn: "26",
          title: "A permission set that does not exist",
        },
        data: `There is no permission set \`Develper\`.\nDid you mean \`Developer\`?\n${github}docs/diagnostics.md#unknown-permission-set\n${github}${guide}`,
      },
      {
        name: "warning",
        properties: {
          file: "config/old teams.yaml",
          line: "1",
          endLine: "1",
          title: "No stack includes the file",
        },
        data: `No stack includes this file: it has no effect.\n${github}docs/diagnostics.md#file-unused`,
      },
    ]);
  });
});

describe("a check as SARIF", () => {
  const file = fileURLToPath(import.meta.resolve("@microsoft/jest-sarif/package.json"));
  const schema = JSON.parse(readFileSync(join(file, "../lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8")) as object;
  const isSarif = new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

  it("is valid, with places, rules and their help", () => {
    const log = JSON.parse(checkSarif({ ...both, home: github })) as Sarif;
    assert.ok(isSarif(log), JSON.stringify(isSarif.errors));
    const [run] = log.runs;
    assert.deepEqual(
      run.results.map(({ ruleId, level, locations }) => [ruleId, level, locations[0].physicalLocation]),
      [
        [
          "unknown-permission-set",
          "error",
          {
            artifactLocation: { uri: "config/prod.yaml", uriBaseId: "%SRCROOT%" },
            region: { startLine: 3, startColumn: 18, endColumn: 26 },
          },
        ],
        ["file-unused", "warning", { artifactLocation: { uri: "config/old%20teams.yaml", uriBaseId: "%SRCROOT%" } }],
      ],
    );
    for (const { ruleId, ruleIndex } of run.results) {
      const rule = run.tool.driver.rules[ruleIndex];
      assert.equal(rule?.id, ruleId);
      assert.equal(rule.helpUri, `${github}docs/diagnostics.md#${ruleId}`);
      assert.ok(rule.help.markdown.includes(rule.helpUri));
    }
  });

  it("has braces twice, as SARIF wants them", () => {
    const log = JSON.parse(checkSarif(checked([{ ...oneError, message: "Write `{ id: x }`.", fix: "{0}" }]))) as Sarif;
    assert.equal(log.runs[0].results[0]?.message.text, "Write `{{ id: x }}`. {{0}}");
  });

  for (const { name, attacks, how } of hostileNames) {
    it(`stays valid and says nothing else, for ${attacks}, of what ${how}`, () => {
      const log = JSON.parse(checkSarif(checkedWith(name))) as Sarif;
      assert.ok(isSarif(log), JSON.stringify(isSarif.errors));
      for (const { message, locations } of log.runs[0].results) {
        const { uri } = locations[0].physicalLocation.artifactLocation;
        const root = "https://root.example/a/b/c/";
        assert.equal(new URL(uri, root).host, "root.example");
        assert.equal(new URL(uri, root).search + new URL(uri, root).hash, "");
        assert.doesNotMatch(message.text.replaceAll(/\{\{|\}\}/gu, ""), /[{}]/u);
        assert.doesNotMatch(message.text, /(?<!\\)\]\(/u);
      }
    });
  }
});

describe("every form of a check", () => {
  for (const [form, print] of Object.entries(checkFormats)) {
    for (const { name, attacks, how } of hostileNames) {
      it(`(${form}) disarms, for ${attacks}, what ${how}`, () => {
        const text = print(checkedWith(name));
        for (const line of text.split("\n")) assert.doesNotMatch(line, steering);
        const commands = runnerCommands(text).map(({ name: command, properties }) => [command, properties["title"]]);
        const own = ["error", "A permission set that does not exist"];
        assert.deepEqual(commands, form === "annotations" ? [own, own] : []);
        if (form === "annotations") {
          for (const { properties, data } of runnerCommands(text)) {
            assert.equal(properties["file"], printable(name));
            assert.equal(properties["line"], "1");
            const said = [printable(name), printable(`\`${name}\` ${name}`)];
            assert.ok(said.includes(data.split("\n")[0] ?? ""));
          }
        }
        if (form === "json") {
          const { diagnostics } = JSON.parse(text) as { diagnostics: { message: string }[] };
          assert.equal(diagnostics[0]?.message, name);
        }
      });
    }
  }
});

/** As much of a log as is looked at here. */
interface Sarif {
  runs: [
    {
      tool: { driver: { rules: { id: string; helpUri: string; help: { markdown: string } }[] } };
      results: {
        ruleId: string;
        ruleIndex: number;
        level: string;
        message: { text: string };
        locations: [{ physicalLocation: { artifactLocation: { uri: string }; region?: object } }];
      }[];
    },
  ];
}
