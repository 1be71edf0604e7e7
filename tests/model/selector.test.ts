import assert from "node:assert/strict";
import { Findings } from "../../model/findings.ts";
import type { Account } from "../../model/sections/accounts.ts";
import { selectAccounts } from "../../model/selector.ts";

const account = (ou: string, rest: Partial<Account> = {}): Account => ({
  id: "111122223333",
  ou,
  stack: "prod",
  owner: "Operations",
  ...rest,
});

const accounts: Record<string, Account> = {
  Management: account("root"),
  Shop: account("Workloads/Production", { tags: { environment: "production", team: "shop" } }),
  Test: account("Workloads/Test", { tags: { environment: "test" } }),
  Tools: account("Platforms & Architecture"),
  Lab: account("Platforms & Architecture/Research and Development"),
  Payments: account("Workloads Restricted/Production", { tags: { environment: "production" } }),
  Closed: account("Workloads/Production", { status: "closed", tags: { environment: "production" } }),
};

function select(written: string | string[]): { names: string; codes: string[] } {
  const findings = new Findings(new Map());
  const names = selectAccounts(written, { accounts }, ["access", "G", "S"], findings);
  return { names: names.join(" "), codes: findings.diagnostics.map(({ code }) => code) };
}

const everything = "Management Shop Test Tools Lab Payments";

/** Selector, accounts it means, diagnostics. */
const cases: [string | string[], string, ...string[]][] = [
  ["Shop", "Shop"],
  ["all accounts", everything],
  ["accounts in root", "Management"],
  ["accounts under root", everything],
  ["accounts in Workloads/Production", "Shop"],
  ["accounts in Workloads", "", "selects-nothing"],
  ["accounts under Workloads", "Shop Test"],
  ["accounts in Test", "Test"],
  ["accounts in Production", "", "ambiguous-ou"],
  ["accounts in Platforms & Architecture", "Tools"],
  ["accounts under Platforms & Architecture", "Tools Lab"],
  ["accounts in Research and Development", "Lab"],
  ["accounts in Research and Development and Shop", "Shop Lab"],
  ["accounts in root/Workloads/Test", "Test"],
  ["accounts in root/Test", "", "unknown-ou"],
  ["accounts tagged environment=production", "Shop Payments"],
  ["accounts tagged environment=production and Test", "Shop Test Payments"],
  ["accounts tagged team=payments", "", "unknown-tag"],
  ["all accounts except Management and accounts under Workloads", "Tools Lab Payments"],
  ["all accounts except Closed", everything],
  ["all accounts except Shopp", everything, "unknown-account"],
  ["Shop except Shop", "", "selects-nothing"],
  ["Shop and Shop", "Shop"],
  ["Test and Shop", "Shop Test"],
  ["Closed", "", "account-not-active"],
  ["Shop and Closed", "Shop", "account-not-active"],
  ["Shop, Test", "", "selector"],
  ["accounts Shop", "", "selector"],
  ["accounts in ", "", "selector"],
  ["accounts tagged team", "", "selector"],
  ["accounts tagged =shop", "", "selector"],
  ["Shop and ", "", "selector"],
  [["Test", "Shop"], "Shop Test"],
  [["Test", "Testt"], "Test", "unknown-account"],
  [["all accounts"], "", "selector"],
  [["Closed"], "", "account-not-active"],
];

describe("a selector", () => {
  for (const [written, names, ...codes] of cases) {
    it(`means the accounts of ${JSON.stringify(written)}`, () => {
      assert.deepEqual(select(written), { names, codes });
    });
  }

  it("names the ways out of an ambiguous unit", () => {
    const findings = new Findings(new Map());
    const top = { A: account("Production"), B: account("Shop/Production") };
    selectAccounts("accounts in Production", { accounts: top }, "access.G.S", findings);
    assert.equal(findings.diagnostics[0]?.fix, "Write `root/Production` or `Shop/Production`.");
    assert.deepEqual(selectAccounts("accounts in root/Production", { accounts: top }, "access.G.S", findings), ["A"]);
  });
});
