import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import type { MyUsage, UsageKind, UsageRules } from '@smartpar/members/model';
import { Database } from '@smartpar/platform/database';
import { KeepUsageRules } from './keep-usage-rules';
import {
  amountsOf,
  type DeviceRow,
  devicesOf,
  type DiagnosticFacts,
  type KindAmount,
  lastDayOf,
  momentText,
  newestOf,
  type SignInFacts,
  type UsageRow,
  weeksOf,
} from './usage-reader';
import { UsageRulesRepository } from './usage-rules.repository';

/** What the app told about the member who asks. It is their own data, so no grant is asked for and no look is written down. */
@Injectable()
export class ReadMyUsage {
  constructor(
    private readonly database: Database,
    private readonly rules: UsageRulesRepository,
    private readonly view: KeepUsageRules,
  ) {}

  run(actor: MemberActor): Promise<MyUsage> {
    const { memberId } = actor;
    return this.database.tenant(actor, async (tx) => {
      const { rules } = await this.rules.read(tx);
      const [{ kinds, dropped }, kept, devices, signIns, diagnostics, weeks] = await Promise.all([
        this.view.within(tx),
        amountsOf(tx, memberId, rules),
        devicesOf(tx, memberId, rules),
        newestOf<SignInFacts>(tx, memberId, 'sign-in', rules),
        newestOf<DiagnosticFacts>(tx, memberId, 'diagnostic', rules),
        weeksOf(tx, memberId, rules),
      ]);
      return {
        kinds,
        kept: kept.map((amount) => amountOf(amount, rules)),
        devices: devices.map((row) => deviceOf(row, rules)),
        signIns: signIns.map((row) => ({ at: momentText(row.id), address: row.facts.address, ...lasting(row, 'sign-in', rules) })),
        diagnostics: diagnostics.map((row) => diagnosticOf(row, rules)),
        weeks: [...weeks],
        dropped,
      };
    });
  }
}

const amountOf = ({ kind, records, oldest, newest }: KindAmount, rules: UsageRules): MyUsage['kept'][number] => ({
  kind,
  records,
  since: oldest === null ? null : momentText(oldest),
  until: newest === null ? null : lastDayOf(newest, rules[kind].months),
});

const lasting = ({ id, source }: UsageRow<object>, kind: UsageKind, rules: UsageRules) => ({ until: lastDayOf(id, rules[kind].months), source });

const deviceOf = (row: DeviceRow, rules: UsageRules): MyUsage['devices'][number] => ({
  deviceId: row.facts.deviceId,
  type: row.facts.type,
  system: row.facts.system ?? null,
  browser: row.facts.browser ?? null,
  otherIds: [...(row.facts.otherIds ?? [])],
  firstSeenAt: momentText(row.firstId),
  lastSeenAt: momentText(row.id),
  ...lasting(row, 'device', rules),
});

const diagnosticOf = (row: UsageRow<DiagnosticFacts>, rules: UsageRules): MyUsage['diagnostics'][number] => ({
  at: momentText(row.id),
  code: row.facts.code,
  app: row.facts.app ?? null,
  facts: { ...row.facts.facts },
  ...lasting(row, 'diagnostic', rules),
});
