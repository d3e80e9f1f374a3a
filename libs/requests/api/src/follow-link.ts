import { Injectable } from '@nestjs/common';
import type { PersonByLink } from '@smartpar/access/model';
import { Database } from '@smartpar/platform/database';
import { LinkTokens } from '@smartpar/platform/http';
import { badLink } from '@smartpar/requests/model';
import { FOLLOW_PURPOSE } from './mails/request-mail';

/** Opens private links. A link names its request only; where that is kept is found here, and not told. */
@Injectable()
export class FollowLink {
  constructor(
    private readonly database: Database,
    private readonly tokens: LinkTokens,
  ) {}

  /** @throws {DomainError} link.unreadable */
  async open(token: string): Promise<PersonByLink> {
    const [requestId] = this.tokens.open(FOLLOW_PURPOSE, token) ?? [];
    if (requestId === undefined) throw badLink();
    const [found] = await this.database.global((tx) =>
      tx.query<{ organizationId: string | null }>('select organization_of_request($1) as "organizationId"', [requestId]),
    );
    const organizationId = found?.organizationId ?? null;
    if (organizationId === null) throw badLink();
    return { kind: 'person', organizationId, requestId };
  }
}
