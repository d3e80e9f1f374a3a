import { Inject, Injectable } from '@nestjs/common';
import { Abilities, ACCESS_RULES, type ApprovedRow, CustomRoleRepository, GrantPeople, type HeldRoleRow, isBuiltIn } from '@smartpar/access/api';
import {
  type AccessRules,
  type ChangedSight,
  changeBetween,
  type ChangePreview,
  type ExplainedSight,
  type MemberActor,
  type RoleScope,
  subject,
  type ThoughtOfChange,
} from '@smartpar/access/model';
import { newId, notFound } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { readHolding } from './explain-member';
import { ExplainedSights } from './explained-sights';
import { explainedMember, holdingOf, type HoldingRow, stopsOf, tellsReports } from './holding-row';

type GrantThoughtOf = Extract<ThoughtOfChange, { kind: 'grant' }>;

/** Says what would be different for a member, were a role given or taken or a grant made or ended. Nothing is kept of it. */
@Injectable()
export class PreviewChange {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly customRoles: CustomRoleRepository,
    private readonly people: GrantPeople,
    private readonly sights: ExplainedSights,
    @Inject(ACCESS_RULES) private readonly rules: readonly AccessRules[],
  ) {}

  /** @throws {DomainError} `not_found` for a member, a role, a place or a grant that is not there or not the asker's to read */
  run(asker: MemberActor, memberId: string, change: ThoughtOfChange): Promise<ChangePreview> {
    const ability = this.abilities.of(asker);
    const sightTold = ability.can('read', 'standing-grant');
    if (!sightTold && (change.kind === 'grant' || change.kind === 'end-grant')) throw notFound();
    return this.database.tenant(asker, async (tx) => {
      const before = await readHolding(tx, ability, memberId);
      const toBe = newId();
      const after = await this.changed(tx, asker, before, change, toBe);
      const { abilities, sight } = changeBetween(holdingOf(before, tx), holdingOf(after, tx), this.rules);
      const told = async (changed: readonly ChangedSight[]) => {
        const lines = await this.sights.of(
          tx,
          ability,
          changed.map(({ grant }) => grant),
          toBe,
        );
        return lines.map((line: ExplainedSight, index) => ({ ...line, nothingNew: changed[index]?.nothingNew === true }));
      };
      return {
        member: explainedMember(before, ability),
        stops: [...stopsOf(before, tellsReports(ability, asker, memberId), tx)],
        abilities: { gained: [...abilities.gained], lost: [...abilities.lost] },
        sight: sightTold ? { gained: await told(sight.gained), lost: await told(sight.lost) } : null,
      };
    });
  }

  /** The member as they would be read after the change. */
  private async changed(tx: TenantTransaction, asker: MemberActor, row: HoldingRow, change: ThoughtOfChange, toBe: string): Promise<HoldingRow> {
    switch (change.kind) {
      case 'give-role':
      case 'take-role':
        return this.withRole(tx, asker, row, change);
      case 'grant':
        return { ...row, approved: [...row.approved, await this.grantToBe(tx, change, toBe)] };
      case 'end-grant':
        return this.withoutGrant(tx, asker, row, change.grantId);
    }
  }

  private async withRole(
    tx: TenantTransaction,
    asker: MemberActor,
    row: HoldingRow,
    { kind, role, scope }: Extract<ThoughtOfChange, { kind: 'give-role' | 'take-role' }>,
  ): Promise<HoldingRow> {
    if (isBuiltIn(role) && scope.kind === 'all') {
      const others = row.roles.filter((one) => one !== role);
      const roles = kind === 'give-role' ? [...others, role].toSorted() : others;
      // what is granted to a role comes and goes with it
      return { ...row, roles, approved: (await readHolding(tx, this.abilities.of(asker), row.id, roles)).approved };
    }
    const others = row.held.filter((one) => one.role !== role || one.siteId !== idOf(scope, 'site') || one.groupId !== idOf(scope, 'group'));
    return { ...row, held: kind === 'take-role' ? others : [...others, await this.roleToBe(tx, role, scope)] };
  }

  private async roleToBe(tx: TenantTransaction, role: string, scope: RoleScope): Promise<HeldRoleRow> {
    const kept = isBuiltIn(role) ? null : await this.customRoles.find(tx, role);
    const place = scope.kind === 'all' ? scope : await this.people.resolve(tx, { kind: scope.kind, ids: [scope.id] });
    if (place === null || (kept === null && !isBuiltIn(role))) throw notFound();
    return { role, abilities: kept?.abilities ?? null, siteId: idOf(scope, 'site'), groupId: idOf(scope, 'group') };
  }

  private async grantToBe(tx: TenantTransaction, { categories, mode, purposes, scope, until }: GrantThoughtOf, id: string): Promise<ApprovedRow> {
    const resolved = await this.people.resolve(tx, scope);
    if (resolved === null) throw notFound();
    const scopeIds = resolved.kind === 'all' ? [] : resolved.kind === 'request' ? [resolved.id] : resolved.ids;
    const scopeMembers = resolved.kind === 'request' ? resolved.members : [];
    return { id, categories, mode, purposes, scopeKind: resolved.kind, scopeIds, scopeMembers, from: null, until };
  }

  private async withoutGrant(tx: TenantTransaction, asker: MemberActor, row: HoldingRow, grantId: string): Promise<HoldingRow> {
    const [grant] = await tx.query<{ granteeMemberId: string | null; requestedBy: string }>(
      `select g.grantee_member_id as "granteeMemberId", g.requested_by as "requestedBy" from grants g where g.organization_id = $1 and g.id = $2`,
      [tx.organizationId, grantId],
    );
    if (grant === undefined || !this.abilities.of(asker).can('read', subject('grant', grant))) throw notFound();
    return { ...row, approved: row.approved.filter(({ id }) => id !== grantId) };
  }
}

const idOf = (scope: RoleScope, kind: 'site' | 'group'): string | null => (scope.kind === kind ? scope.id : null);
