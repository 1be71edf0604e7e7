import type { IamDocument } from "./iam/iam-document.ts";
import type { IdentityStoreDocument } from "./identitystore/identity-store-document.ts";
import type { OrganizationDocument } from "./organizations/organization-document.ts";
import type { ServicesDocument } from "./services-document.ts";
import type { IdentityCenterDocument } from "./sso-admin/identity-center-document.ts";
import type { Store } from "./store/store.ts";

/** Names of the documents in the store. */
export const documents = {
  organization: "organization",
  identityCenter: "identity-center",
  identityStore: "identity-store",
  iam: (accountId: string) => `accounts/${accountId}`,
  services: (accountId: string) => `services/${accountId}`,
};

/** Whose credentials a call comes with. */
export interface Caller {
  accountId: string;
  /** What GetCallerIdentity answers, such as `arn:aws:sts::111122223333:assumed-role/deploy/session`. */
  arn: string;
  /** Such as `AROAEXAMPLE:session`. */
  userId: string;
  /** Of the role whose session it is; absent for a user. */
  role?: { arn: string; id: string };
}

/** All that an operation sees: the documents, who calls, where and when. */
export interface World {
  readonly organization: OrganizationDocument;
  readonly identityCenter: IdentityCenterDocument;
  readonly identityStore: IdentityStoreDocument;
  /** Undefined where the organization has no such account. */
  iamOf: (accountId: string) => IamDocument | undefined;
  /** IAM of the caller's account. */
  readonly iam: IamDocument;
  /** Undefined where the organization has no such account. */
  servicesOf: (accountId: string) => ServicesDocument | undefined;
  /** What the caller's account has beside IAM. */
  readonly services: ServicesDocument;
  readonly partition: string;
  readonly caller: Caller;
  readonly region: string;
  /** ISO 8601. */
  readonly now: string;
}

/**
 * One operation of a service. The dispatcher has checked the input against AWS's model of it before `run` sees it, and
 * checks the output afterwards.
 */
export interface Operation {
  /** Names of the documents that `run` changes: held while it runs, written when it has succeeded. */
  changes: (input: never, world: World) => string[];
  run: (input: never, world: World) => object;
}

/** IAM of an account, or undefined where the organization has none with this number. */
export function iamOf(store: Store, accountId: string): IamDocument | undefined {
  const name = documents.iam(accountId);
  return /^\d{12}$/.test(accountId) && store.exists(name) ? (store.read(name) as IamDocument) : undefined;
}

/** As {@link iamOf}, of what an account has beside IAM. */
function servicesOf(store: Store, accountId: string): ServicesDocument | undefined {
  const name = documents.services(accountId);
  return /^\d{12}$/.test(accountId) && store.exists(name) ? (store.read(name) as ServicesDocument) : undefined;
}

export function worldOf(store: Store, caller: Caller, region: string): World {
  const organization = () => store.read(documents.organization) as OrganizationDocument;
  return {
    get organization() {
      return organization();
    },
    get identityCenter() {
      return store.read(documents.identityCenter) as IdentityCenterDocument;
    },
    get identityStore() {
      return store.read(documents.identityStore) as IdentityStoreDocument;
    },
    iamOf: (accountId) => iamOf(store, accountId),
    get iam() {
      return store.read(documents.iam(caller.accountId)) as IamDocument;
    },
    servicesOf: (accountId) => servicesOf(store, accountId),
    get services() {
      return store.read(documents.services(caller.accountId)) as ServicesDocument;
    },
    get partition() {
      return organization().partition;
    },
    caller,
    region,
    now: new Date().toISOString(),
  };
}
