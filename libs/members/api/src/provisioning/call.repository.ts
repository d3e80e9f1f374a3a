import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';

/** One call of a directory, as it is kept: names of what it was about, never a value. */
export interface KeptCall {
  readonly id: string;
  readonly at: string;
  readonly tokenId: string;
  readonly method: string;
  readonly path: string;
  readonly resourceId: string | null;
  readonly status: number;
  readonly fault: string | null;
  readonly changed: readonly string[];
  readonly notKept: readonly string[];
  readonly filter: string | null;
  readonly milliseconds: number;
}

/** Most calls forgotten at once. */
const AT_ONCE = 10_000;

/** Calls of directories. They are no entries of the log: what they change has entries of its own, and a look changes nothing. */
@Injectable()
export class CallRepository {
  /** Keeps calls, however many, in one statement. */
  async add(tx: TenantTransaction, calls: readonly KeptCall[]): Promise<void> {
    await tx.query(ADD, [tx.organizationId, JSON.stringify(calls)]);
  }

  /** Forgets calls before a moment. @returns whether there are more of them */
  async forget(tx: TenantTransaction, before: string): Promise<boolean> {
    const gone = await tx.query(FORGET, [tx.organizationId, before, AT_ONCE]);
    return gone.length === AT_ONCE;
  }
}

const ADD = `
  insert into provisioning_calls (organization_id, id, at, token_id, method, path, resource_id, status, fault, changed, not_kept, filter, milliseconds)
  select $1, c.id, c.at, c."tokenId", c.method, c.path, c."resourceId", c.status, c.fault,
    array(select jsonb_array_elements_text(c.changed)), array(select jsonb_array_elements_text(c."notKept")), c.filter, c.milliseconds
  from jsonb_to_recordset($2::jsonb) as c (
    id uuid, at timestamptz, "tokenId" uuid, method text, path text, "resourceId" uuid, status smallint, fault text, changed jsonb, "notKept" jsonb,
    filter text, milliseconds integer)`;

/** Ids are in the order of time, so that only the oldest calls are looked at, however many there are. */
const FORGET = `
  delete from provisioning_calls where organization_id = $1 and id in (
    select o.id from (select id, at from provisioning_calls where organization_id = $1 order by id limit $3) o where o.at < $2) returning id`;
