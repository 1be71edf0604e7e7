import { textOf } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { arn } from "../rules.ts";
import { call, doing, unlessGone } from "../session.ts";
import type { Session } from "../session.ts";
import { idParts, keptOrder, textsIn } from "../state.ts";
import { inlinePolicyNames, managedPolicyArns } from "./attached-policies.ts";
import type { Kind } from "./attached-policies.ts";

/**
 * Roles, users and groups hold policies alike: the attachment of a policy, the list of all attachments, and the list of
 * all inline policies. In `Kind` as types and operations are called, in `kind` as inputs are.
 */
export function policyHolder(Kind: Kind): ResourceType[] {
  const kind = Kind.toLowerCase();
  const owner = `${kind}Name`;
  const input = (name: string) => ({ [`${Kind}Name`]: name });

  const attachedArns = (session: Session, name: string) => managedPolicyArns(session, Kind, name);
  const inlineNames = (session: Session, name: string) => inlinePolicyNames(session, Kind, name);

  const attachment: ResourceType = {
    token: `aws:iam/${kind}PolicyAttachment:${Kind}PolicyAttachment`,
    replaceOnChange: "everything",
    // The same attachment made anew and then taken away would be gone.
    deleteBeforeReplace: true,
    rules: { policyArn: [arn] },

    async create(session, inputs) {
      const [name, PolicyArn] = [textOf(inputs[kind]), textOf(inputs["policyArn"])];
      const attached = call(session, "iam", `Attach${Kind}Policy`, { ...input(name), PolicyArn });
      await doing(`attaching IAM Policy (${PolicyArn}) to IAM ${Kind} (${name})`, attached);
      return { id: `${name}/${PolicyArn}` };
    },

    async read(session, id) {
      const [name = "", policyArn = ""] = idParts(id, "/", 2, `<${kind}-name>/<policy_arn>`);
      const found = unlessGone(attachedArns(session, name));
      const arns = await doing(`reading IAM ${Kind} Policy Attachment (${name}:${policyArn})`, found);
      return arns?.includes(policyArn) ? { [kind]: name, policyArn } : undefined;
    },

    async delete(session, id) {
      const [name = "", PolicyArn = ""] = idParts(id, "/", 2, `<${kind}-name>/<policy_arn>`);
      const detached = unlessGone(call(session, "iam", `Detach${Kind}Policy`, { ...input(name), PolicyArn }));
      await doing(`detaching IAM Policy (${PolicyArn}) from IAM ${Kind} (${name})`, detached);
    },
  };

  const attachmentsExclusive = exclusive("Policy Attachments", "PolicyAttachments", "policyArns", {
    present: attachedArns,
    add: (session, name, PolicyArn) => call(session, "iam", `Attach${Kind}Policy`, { ...input(name), PolicyArn }),
    remove: (session, name, PolicyArn) => call(session, "iam", `Detach${Kind}Policy`, { ...input(name), PolicyArn }),
  });
  const policiesExclusive = exclusive("Policies", "Policies", "policyNames", {
    present: inlineNames,
    // It has no document to put: AWS refuses a policy that nobody has written yet.
    add: (session, name, PolicyName) => call(session, "iam", `Put${Kind}Policy`, { ...input(name), PolicyName }),
    remove: (session, name, PolicyName) => call(session, "iam", `Delete${Kind}Policy`, { ...input(name), PolicyName }),
  });
  return [attachment, attachmentsExclusive, policiesExclusive];

  function exclusive(words: string, type: string, property: string, policies: Held): ResourceType {
    const what = (name: string): string => `IAM ${Kind} ${words} Exclusive ("${name}")`;
    const sync = async (session: Session, name: string, wanted: string[]): Promise<void> => {
      const present = await policies.present(session, name);
      for (const one of wanted.filter((other) => !present.includes(other))) await policies.add(session, name, one);
      for (const one of present.filter((other) => !wanted.includes(other))) await policies.remove(session, name, one);
    };
    return {
      token: `aws:iam/${kind}${type}Exclusive:${Kind}${type}Exclusive`,
      sets: [property],
      replaceOnChange: [owner],

      async create(session, inputs) {
        const name = textOf(inputs[owner]);
        await doing(`creating ${what(name)}`, sync(session, name, textsIn(inputs[property])));
        return { id: name };
      },

      async read(session, name, known) {
        const found = await doing(`reading ${what(name)}`, unlessGone(policies.present(session, name)));
        return found && { [owner]: name, [property]: keptOrder(known[property], found) };
      },

      async update(session, name, { news }) {
        await doing(`updating ${what(name)}`, sync(session, name, textsIn(news[property])));
      },

      // Upstream too only stops watching.
      delete: () => Promise.resolve(),
    };
  }
}

interface Held {
  present: (session: Session, name: string) => Promise<string[]>;
  add: (session: Session, name: string, one: string) => Promise<unknown>;
  remove: (session: Session, name: string, one: string) => Promise<unknown>;
}
