import { Injectable } from '@nestjs/common';
import type { LogOutlineLine, LogOutlineQuery } from '@smartpar/audit/model';
import type { Page } from '@smartpar/kernel';
import { AuditEntryRepository } from '../audit-entry.repository';

/** The log as such: what was done, when and as which role. Who did it, and to whom or what, does not leave. */
@Injectable()
export class ReadLogOutline {
  constructor(private readonly entries: AuditEntryRepository) {}

  /** Newest first. @throws {DomainError} `page.cursor_invalid` */
  async run(organizationId: string, query: LogOutlineQuery): Promise<Page<LogOutlineLine>> {
    const { items, next } = await this.entries.list(organizationId, query);
    return {
      items: items.map(({ id, at, actorKind, actorRoles, action, targetNoun }) => ({
        id,
        at: at.toISOString(),
        actor: { kind: actorKind, roles: [...actorRoles] },
        action,
        target: { noun: targetNoun },
      })),
      next,
    };
  }
}
