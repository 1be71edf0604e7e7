import { ComponentResource } from "@pulumi/pulumi";
import { OrganizationsFeatures } from "@pulumi/aws/iam/index.js";
import type * as model from "../model/audit.ts";
import { AccessAnalyzer } from "./access-analyzer.ts";
import type { Account } from "./account.ts";
import { aliases } from "./alias.ts";
import { AuditTrail } from "./audit-trail.ts";
import { EventAlarms } from "./event-alarms.ts";
import { LogBucket } from "./log-bucket.ts";
import { LogGroup } from "./log-group.ts";
import type { Named } from "./named.ts";
import { OrganizationService } from "./organization-service.ts";

/**
 * How one would notice: what exists once for the whole organization. The services come first, since AWS makes neither an
 * organization's trail nor its analyzers before it lets them look into the organization.
 */
export class Audit extends ComponentResource {
  constructor(args: model.Audit, accounts: Named<Account>) {
    super("securecart:organizations:Audit", args.name, { configPath: args.configPath });
    const made = (account: string) => ({ parent: this, providers: [accounts.get(account).provider] });
    const services = args.services.map((service) => new OrganizationService(service, made(service.account)));

    if (args.trail !== undefined) {
      const { logFiles, logGroup, account } = args.trail;
      const bucket = new LogBucket(logFiles, made(logFiles.account));
      const events = new LogGroup(logGroup, made(logGroup.account));
      new AuditTrail(args.trail, bucket, events, services, made(account));
      if (args.alarms !== undefined) new EventAlarms(args.alarms, events, made(args.alarms.account));
    }
    for (const analyzer of args.analyzers) new AccessAnalyzer(analyzer, services, made(analyzer.account));
    if (args.rootAccess !== undefined) {
      const { name, account, features } = args.rootAccess;
      new OrganizationsFeatures(
        name,
        { enabledFeatures: features },
        { parent: this, provider: accounts.get(account).provider, dependsOn: services, ...aliases(args.rootAccess) },
      );
    }
    this.registerOutputs({ configPath: args.configPath });
  }
}
