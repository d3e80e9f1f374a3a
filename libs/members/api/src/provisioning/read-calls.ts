import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import { type CallQuery, outcomeOf, type ProvisioningCall } from '@smartpar/members/model';
import { cursorOf, Database, keyset } from '@smartpar/platform/database';
import { CallLog } from './call-log';

type CallRow = Omit<ProvisioningCall, 'outcome' | 'at' | 'memberNumber'> & { readonly at: Date; readonly number: number | null };

const COLUMNS = `
  c.id, c.at, c.token_id as "tokenId", (select t.name from system_tokens t where t.organization_id = c.organization_id and t.id = c.token_id) as "tokenName",
  c.method, c.path, c.resource_id as "resourceId",
  (select m.number from members m where m.organization_id = c.organization_id and m.id = c.resource_id) as number,
  c.status, c.fault, c.changed, c.not_kept as "notKept", c.filter, c.milliseconds`;

const OUTCOMES = { done: 'c.status < 400', refused: 'c.status >= 400 and c.status < 500', failed: 'c.status >= 500' } as const;

/** Reads what directories did. */
@Injectable()
export class ReadCalls {
  constructor(
    private readonly database: Database,
    private readonly log: CallLog,
  ) {}

  /** A page of calls, the newest first. @throws {DomainError} `page.cursor_invalid` */
  async run({ organizationId }: MemberActor, { outcome, tokenId, changes, resourceId, size, after }: CallQuery): Promise<Page<ProvisioningCall>> {
    // what this process has gathered is there before anybody reads
    await this.log.flush();
    const values: unknown[] = [organizationId];
    const asked = [
      ...(outcome === undefined ? [] : [OUTCOMES[outcome]]),
      ...(tokenId === undefined ? [] : [`c.token_id = $${values.push(tokenId)}`]),
      ...(resourceId === undefined ? [] : [`c.resource_id = $${values.push(resourceId)}`]),
      ...(changes === undefined ? [] : [changes === 'true' ? `c.method <> 'GET'` : `c.method = 'GET'`]),
    ];
    const page = keyset({ columns: [{ sql: 'c.id', direction: 'desc', type: 'uuid' }], startParam: values.length + 1, ...(after !== undefined && { after }) });
    const where = ['c.organization_id = $1', ...asked, page.where].join(' and ');
    const text = `select ${COLUMNS} from provisioning_calls c where ${where} order by ${page.orderBy} limit ${size + 1}`;
    const rows = await this.database.readTenant<CallRow>(organizationId, { text, values: [...values, ...page.values] });
    const shown = rows.slice(0, size);
    const last = shown.at(-1);
    return { items: shown.map(present), next: rows.length > size && last !== undefined ? cursorOf([last.id]) : null };
  }
}

const present = ({ at, number, ...row }: CallRow): ProvisioningCall => ({
  ...row,
  at: at.toISOString(),
  memberNumber: number === null ? null : `M-${number}`,
  outcome: outcomeOf(row.status),
});
