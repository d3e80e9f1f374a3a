import { Injectable } from '@nestjs/common';
import { GrantPeople, type Labels } from '@smartpar/access/api';
import {
  type Ability,
  type ExplainedRule,
  type ExplainedSight,
  GRANT_DECIDERS,
  type GrantedRole,
  type GrantScope,
  type HeldGrant,
  ruleOf,
  subject,
} from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';

interface DecidedRow {
  readonly id: string;
  readonly granteeMemberId: string | null;
  readonly granteeRole: GrantedRole | null;
  readonly granteeGroupId: string | null;
  readonly requestedBy: string;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly roles: GrantedRole[];
}

const DECIDED = `
  select g.id, g.grantee_member_id as "granteeMemberId", g.grantee_role as "granteeRole", g.grantee_group_id as "granteeGroupId",
         g.requested_by as "requestedBy", g.decided_at as "decidedAt", coalesce(g.decided_for, g.decided_by) as "decidedBy",
         array(select r.role from member_roles r where r.organization_id = g.organization_id and r.member_id = coalesce(g.decided_for, g.decided_by)
               and r.role = any($3::text[]) order by r.role) as roles
  from grants g where g.organization_id = $1 and g.id = any($2::uuid[])`;

/** Grants that are held, as an explanation tells them: with the rule each comes from, as far as whoever asks may read that rule. */
@Injectable()
export class ExplainedSights {
  constructor(private readonly people: GrantPeople) {}

  /** @param toBe the id of a grant that is only thought of */
  async of(tx: TenantTransaction, ability: Ability, grants: readonly HeldGrant[], toBe?: string): Promise<ExplainedSight[]> {
    if (grants.length === 0) return [];
    const decided = await this.decided(tx, grants);
    const labels = await this.people.labels(tx, {
      members: [...idsOf(grants, 'members'), ...decided.flatMap(({ decidedBy }) => decidedBy ?? [])],
      sites: idsOf(grants, 'site'),
      groups: [...idsOf(grants, 'group'), ...decided.flatMap(({ granteeGroupId }) => granteeGroupId ?? [])],
      requests: [],
    });
    const known = new Map(decided.map((row) => [row.id, row]));
    return grants.map((grant) => ({
      category: grant.category,
      mode: grant.mode,
      purposes: [...grant.purposes],
      scope: scopeTold(grant.scope, labels, ability),
      until: grant.until?.toString() ?? null,
      rule: grant.id === toBe ? { kind: 'to-be' } : ruleTold(grant, known, labels, ability),
    }));
  }

  private async decided(tx: TenantTransaction, grants: readonly HeldGrant[]): Promise<readonly DecidedRow[]> {
    const rules = grants.map(ruleOf);
    const ids = [...new Set(rules.flatMap((rule) => (rule.kind === 'grant' ? [rule.grantId] : [])))];
    return ids.length === 0 ? [] : tx.query<DecidedRow>(DECIDED, [tx.organizationId, ids, GRANT_DECIDERS]);
  }
}

const idsOf = (grants: readonly HeldGrant[], kind: 'site' | 'group' | 'members'): readonly string[] => [
  ...new Set(grants.flatMap(({ scope }) => (scope.kind === kind ? scope.ids : []))),
];

function ruleTold(grant: HeldGrant, decided: ReadonlyMap<string, DecidedRow>, labels: Labels, ability: Ability): ExplainedRule {
  const rule = ruleOf(grant);
  if (rule.kind === 'role') return ability.can('read', 'standing-grant') ? rule : UNTOLD;
  if (rule.kind === 'break-glass') return ability.can('read', 'break-glass') ? rule : UNTOLD;
  const row = decided.get(rule.grantId);
  if (row === undefined || !ability.can('read', subject('grant', { ...row }))) return UNTOLD;
  const { decidedAt, decidedBy, roles } = row;
  return {
    ...rule,
    to: granteeTold(row, labels),
    decidedAt: decidedAt?.toISOString() ?? null,
    decidedBy: decidedBy === null ? null : { number: labels.numbers.get(decidedBy) ?? null, roles },
  };
}

const UNTOLD: ExplainedRule = { kind: 'untold' };

function granteeTold({ granteeRole, granteeGroupId }: DecidedRow, { names }: Labels): Extract<ExplainedRule, { kind: 'grant' }>['to'] {
  if (granteeRole !== null) return { kind: 'role', role: granteeRole };
  return granteeGroupId === null ? { kind: 'member' } : { kind: 'group', name: names.get(granteeGroupId) ?? null };
}

/** A request may be a complaint that is kept from whoever asks: that there is one is told to nobody who does not work with requests, and which one to nobody. */
function scopeTold(scope: GrantScope, { numbers, names }: Labels, ability: Ability): ExplainedSight['scope'] {
  if (scope.kind === 'all') return { kind: 'all', places: [] };
  if (scope.kind === 'request') return { kind: ability.can('answer', 'privacy-request') ? 'request' : 'members', places: [] };
  const labelOf = (id: string): string[] => {
    if (scope.kind !== 'members') return [names.get(id) ?? []].flat();
    const number = numbers.get(id) ?? null;
    return number === null ? [] : [`M-${number}`];
  };
  return { kind: scope.kind, places: scope.ids.flatMap(labelOf) };
}
