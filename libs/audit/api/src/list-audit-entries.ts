import { Injectable } from '@nestjs/common';
import type { AuditEntryLine, AuditEntryQuery } from '@smartpar/audit/model';
import type { Page } from '@smartpar/kernel';
import { ActorLines } from './actor-lines';
import { AuditEntryRepository, type AuditTarget, type PageWanted, type StoredEntry } from './audit-entry.repository';

/** An organization reads its own log; members are shown by number and by the roles they held, never by name. */
@Injectable()
export class ListAuditEntries {
  constructor(
    private readonly entries: AuditEntryRepository,
    private readonly actorLines: ActorLines,
  ) {}

  async run(organizationId: string, query: AuditEntryQuery): Promise<Page<AuditEntryLine>> {
    return this.presented(organizationId, await this.entries.list(organizationId, query));
  }

  /** What the log says of one thing, for whoever may read that thing's page. */
  async ofTarget(organizationId: string, target: AuditTarget, page: PageWanted): Promise<Page<AuditEntryLine>> {
    return this.presented(organizationId, await this.entries.ofTarget(organizationId, target, page));
  }

  private async presented(organizationId: string, page: Page<StoredEntry>): Promise<Page<AuditEntryLine>> {
    const members = [...new Set(page.items.flatMap(({ actorKind, actorId }) => (actorKind === 'member' && actorId !== null ? [actorId] : [])))];
    const lines = members.length === 0 ? undefined : await this.actorLines.linesOf(organizationId, members);
    return { items: page.items.map((entry) => present(entry, lines?.get(entry.actorId ?? '')?.memberNumber ?? null)), next: page.next };
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
