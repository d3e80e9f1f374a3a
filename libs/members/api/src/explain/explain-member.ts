import { Inject, Injectable } from '@nestjs/common';
import { Abilities, ACCESS_RULES, hasSigned } from '@smartpar/access/api';
import {
  type Ability,
  type AccessRules,
  explainAbilities,
  type ExplainedAbility,
  type MemberActor,
  type MemberExplanation,
  sightsOf,
} from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { MemberConditions } from '../member-conditions';
import { ExplainedSights } from './explained-sights';
import { explainedMember, holdingColumns, holdingOf, type HoldingRow, stopsOf, tellsReports } from './holding-row';

/** Says what one member may see and do at this moment, by which rule, and what keeps them from it. */
@Injectable()
export class ExplainMember {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly sights: ExplainedSights,
    @Inject(ACCESS_RULES) private readonly rules: readonly AccessRules[],
  ) {}

  /** @throws {DomainError} `not_found` for a member whom whoever asks may not read */
  run(asker: MemberActor, memberId: string): Promise<MemberExplanation> {
    const ability = this.abilities.of(asker);
    return this.database.tenant(asker, async (tx) => {
      const row = await readHolding(tx, ability, memberId);
      const holder = holdingOf(row, tx);
      const reportsTold = tellsReports(ability, asker, memberId);
      const [sees, undertakingSigned, does] = await Promise.all([
        this.sights.of(tx, ability, holder.grants),
        hasSigned(tx, memberId),
        this.does(tx, ability, holder),
      ]);
      return {
        member: explainedMember(row, ability),
        at: tx.at.toString(),
        stops: [...stopsOf(row, reportsTold, tx)],
        reportsTold,
        undertakingSigned,
        everybody: sightsOf(this.abilities.of(holder)),
        sees,
        does,
      };
    });
  }

  private async does(tx: TenantTransaction, ability: Ability, holder: MemberActor): Promise<MemberExplanation['does']> {
    const told = explainAbilities(holder, this.rules).flatMap((one): ExplainedAbility[] => {
      const by = one.by.filter(({ deputy }) => !deputy || ability.can('read', 'deputy'));
      return by.length === 0 ? [] : [{ ...one, by }];
    });
    const names = await namesOf(tx, told);
    return told.map(({ name, exceptOwners, by }) => ({
      name,
      exceptOwners,
      by: by.map(({ role, scope, deputy }) => ({
        role,
        roleName: names.get(role) ?? null,
        scope: { kind: scope.kind, name: 'id' in scope ? (names.get(scope.id) ?? null) : null },
        deputy,
      })),
    }));
  }
}

/** Reads a member for explaining them. @throws {DomainError} `not_found` */
export async function readHolding(tx: TenantTransaction, ability: Ability, memberId: string, roles?: readonly string[]): Promise<HoldingRow> {
  const conditions = new MemberConditions(tx.organizationId, ability, 'read');
  conditions.require(`m.id = ${conditions.bind(memberId)}`);
  const columns = holdingColumns(conditions, ability, tx, roles);
  const [row] = await tx.query<HoldingRow>(`select ${columns} from members m where ${conditions.text}`, conditions.values);
  if (row === undefined) throw notFound();
  return row;
}

const NAMES = `
  select c.id::text as id, c.name from custom_roles c where c.organization_id = $1 and c.id::text = any($2)
  union all select s.id::text, s.name from sites s where s.organization_id = $1 and s.id::text = any($2)
  union all select g.id::text, g.name from member_groups g where g.organization_id = $1 and g.id::text = any($2)`;

/** Names of the custom roles and places some abilities rest on. */
async function namesOf(tx: TenantTransaction, told: readonly ExplainedAbility[]): Promise<ReadonlyMap<string, string>> {
  const sources = told.flatMap(({ by }) => by);
  const ids = new Set(sources.flatMap(({ role, scope }) => ('id' in scope ? [role, scope.id] : [role])));
  const rows = await tx.query<{ id: string; name: string }>(NAMES, [tx.organizationId, [...ids]]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
