import { Injectable } from '@nestjs/common';
import { Abilities } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { ListAuditEntries } from '@smartpar/audit/api';
import type { AuditEntryLine } from '@smartpar/audit/model';
import { notFound, type Page } from '@smartpar/kernel';
import type { MemberEvent } from '@smartpar/members/model';
import { Database } from '@smartpar/platform/database';
import { MemberConditions } from './member-conditions';

/** What is told of a member's life here; who looked at their data is theirs to read, in their ledger. */
const TOLD: readonly string[] = [
  'member.added',
  'member.invited',
  'member.status-changed',
  'member.departed',
  'member.came-back',
  'hold.placed',
  'hold.lifted',
  'member.placed',
  'member.corrected',
  'member.worker-changed',
  'member.account-linked',
  'member-role.granted',
  'member-role.revoked',
  'member-role.assigned',
  'member-role.unassigned',
  'member.put-in-group',
  'member.taken-out-of-group',
  'member.signed-out',
  'second-factor.reset',
  'member-invitation.sent',
  'member-invitation.withdrawn',
  'member-invitation.accepted',
];

/** What happened to one member, read off the audit log in codes and facts. */
@Injectable()
export class ReadTimeline {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly entries: ListAuditEntries,
  ) {}

  /** Newest first. @throws {DomainError} `not_found`, `page.cursor_invalid` */
  async run(actor: MemberActor, memberId: string, page: { readonly size: number; readonly after?: string }): Promise<Page<MemberEvent>> {
    const { organizationId } = actor;
    const conditions = new MemberConditions(organizationId, this.abilities.of(actor), 'read');
    conditions.require(`m.id = ${conditions.bind(memberId)}`);
    const known = await this.database.readTenant(organizationId, { text: `select m.id from members m where ${conditions.text}`, values: conditions.values });
    if (known.length === 0) throw notFound();
    const { items, next } = await this.entries.ofTarget(organizationId, { noun: 'member', id: memberId, actions: TOLD }, page);
    return { items: items.map(eventOf), next };
  }
}

/** An account is nobody's business here but its holder's. */
export function eventOf({ id, at, actor, action, facts }: AuditEntryLine): MemberEvent {
  const { accountId: _accountId, ...told } = facts;
  return { id, at, actor: { kind: actor.kind, memberNumber: actor.memberNumber, roles: actor.roles }, action, facts: told };
}
