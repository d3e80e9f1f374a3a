import { randomBytes } from 'node:crypto';
import { systemActor } from '@smartpar/access/model';
import { newId, Temporal } from '@smartpar/kernel';
import { KeepSystemTokens, UsageModule } from '@smartpar/members/api';
import { firstIdOf, membersAccess, type TokenScope } from '@smartpar/members/model';
import { House } from '../organizations/house';
import type { Answer } from '../organizations/person';

/** Organizations, members, and what the app tells of them. */
export const usageHouse = (): Promise<House> => House.start({ modules: [UsageModule], wires: [], rules: membersAccess });

/** A new event's id, made at a moment. */
export function idAt(moment: string | Temporal.Instant): string {
  const at = typeof moment === 'string' ? Temporal.Instant.from(moment) : moment;
  const tail = randomBytes(10).toString('hex');
  return `${firstIdOf(at).slice(0, 13)}-7${tail.slice(0, 3)}-8${tail.slice(3, 6)}-${tail.slice(6, 18)}`;
}

/** A token of a system that works for some days. */
export async function tokenOf(house: House, organizationId: string, scope: TokenScope = 'usage', days = 90): Promise<string> {
  const { text } = await house.get(KeepSystemTokens).issue(systemActor(organizationId, 'spec'), { name: 'The app', scope, days }, newId());
  return text;
}

/** Sends what is to be a batch. */
export async function ingest(house: House, token: string | null, payload: object | string): Promise<Answer> {
  const answer = await house.app.inject({
    method: 'POST',
    url: '/api/ingest/usage',
    headers: { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) },
    payload,
  });
  return { status: answer.statusCode, body: JSON.parse(answer.body) };
}

/** Whom an event is about. */
export interface About {
  readonly memberId?: string;
  readonly accountId?: string;
  readonly externalId?: string;
}

/** A sign-in of somebody, a moment ago where not said when. */
export const signIn = (member: About, at = '2026-03-02T08:59:00Z', address = '203.0.113.7') => ({ id: idAt(at), kind: 'sign-in', member, address });

/** A device of somebody. */
export const device = (member: About, at = '2026-03-02T08:59:00Z', more: object = {}) => ({
  ...{ id: idAt(at), kind: 'device', member, deviceId: 'device-1', type: 'phone' },
  ...more,
});

/** How the app ran for somebody. */
export const diagnostic = (member: About, at = '2026-03-02T08:59:00Z', more: object = {}) => ({
  id: idAt(at),
  kind: 'diagnostic',
  member,
  code: 'app.crash',
  ...more,
});

/** How many records of an organization lie in each part of the table. */
export async function partsOf(house: House, organizationId: string): Promise<Readonly<Record<string, number>>> {
  const rows = await house.rows<{ part: string; records: number }>(
    organizationId,
    'select tableoid::regclass::text as part, count(*)::int as records from usage_records where organization_id = $1 group by 1 order by 1',
    [organizationId],
  );
  return Object.fromEntries(rows.map(({ part, records }) => [part, records]));
}

/** Says what an organization collects. */
export const SHIPPED = { device: { collected: true, months: 6 }, 'sign-in': { collected: true, months: 3 }, diagnostic: { collected: true, months: 1 } };
