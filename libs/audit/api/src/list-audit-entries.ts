import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import type { AuditEntryLine, AuditEntryQuery, LoggedEntry } from '@smartpar/audit/model';
import type { Page } from '@smartpar/kernel';
import { ActorLines } from './actor-lines';
import { LogEvaluations } from './log-evaluations';
import { AuditEntryRepository, type AuditTarget, type PageWanted, type StoredEntry } from './audit-entry.repository';

/** An organization reads its own log; members are shown by number and by the roles they held, never by name. */
@Injectable()
export class ListAuditEntries {
  constructor(
    private readonly entries: AuditEntryRepository,
    private readonly actorLines: ActorLines,
    private readonly evaluations: LogEvaluations,
  ) {}

  /** @throws {DomainError} `page.cursor_invalid`; `evaluation.off` where it is about one person, and that is not allowed here now */
  async run(actor: MemberActor, query: AuditEntryQuery): Promise<Page<LoggedEntry>> {
    await this.evaluations.before(actor, query);
    const { organizationId } = actor;
    const { items, next } = await this.entries.list(organizationId, query);
    const numberOf = await this.numbers(organizationId, items);
    return { items: items.map((entry) => ({ ...present(entry, numberOf(entry)), sealedIn: entry.sealedIn })), next };
  }

  /** What the log says of one thing, for whoever may read that thing's page. */
  async ofTarget(organizationId: string, target: AuditTarget, page: PageWanted): Promise<Page<AuditEntryLine>> {
    const { items, next } = await this.entries.ofTarget(organizationId, target, page);
    const numberOf = await this.numbers(organizationId, items);
    return { items: items.map((entry) => present(entry, numberOf(entry))), next };
  }

  /** The numbers of members who did something, each asked for once. */
  private async numbers(organizationId: string, entries: readonly StoredEntry[]): Promise<(entry: StoredEntry) => string | null> {
    const members = [...new Set(entries.flatMap(({ actorKind, actorId }) => (actorKind === 'member' && actorId !== null ? [actorId] : [])))];
    const lines = members.length === 0 ? undefined : await this.actorLines.linesOf(organizationId, members);
    return ({ actorId }) => lines?.get(actorId ?? '')?.memberNumber ?? null;
  }
}

const present = (
  { id, at, actorKind, actorId, actorRoles, action, targetNoun, targetId, facts }: StoredEntry,
  memberNumber: string | null,
): AuditEntryLine => ({
  id,
  at: at.toISOString(),
  actor: { kind: actorKind, id: actorId, memberNumber, roles: [...actorRoles] },
  action,
  target: { noun: targetNoun, id: targetId },
  facts: { ...facts },
});
