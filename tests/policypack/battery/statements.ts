export const all = "*";
export const account = "111122223333";
export const allow = (Action: unknown, Resource: unknown = all, Condition?: object) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...(Condition && { Condition }),
});
export const deny = (Action: unknown, Resource: unknown = all, Condition?: object) => ({
  ...allow(Action, Resource, Condition),
  Effect: "Deny",
});
export const role = (name: string) => `arn:aws:iam::${account}:role/${name}`;
export const boundary = `arn:aws:iam::${account}:policy/boundary`;
export const bounded = { StringEquals: { "iam:PermissionsBoundary": boundary } };

/** Actions of one service, their names parted by spaces. */
export const words = (service: string, names: string) => names.split(" ").map((name) => `${service}:${name}`);
