import { randomUUID } from 'node:crypto';
import { SESSION_COOKIE } from '@smartpar/access/api';
import { MembersWork } from '@smartpar/members/api';
import type { ImportField } from '@smartpar/members/model';
import { PerformDueWork, type WorkKind } from '@smartpar/platform/jobs';
import type { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { takeMails } from './members-house';

/** An organization with those who bring files, and no mail on its way. */
export async function larkspurIn(house: House) {
  const larkspur = await house.organization({ name: 'Larkspur' });
  const [owner, administrator] = [await house.person(larkspur, 'owner'), await house.person(larkspur, 'user-administrator')];
  await takeMails(house);
  return { larkspur, owner, administrator };
}

/** Brings a file. @param key made up where not given */
export async function bring(
  house: House,
  who: Person,
  file: string | Buffer,
  key: string = randomUUID(),
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await house.app.inject({
    method: 'POST',
    url: `/api/organizations/${who.is.organizationId}/member-imports`,
    headers: { cookie: `${SESSION_COOKIE}=${who.is.accountId}`, 'idempotency-key': key, 'content-type': 'text/csv', ...headers },
    payload: file,
  });
  return { status: answer.statusCode, body: JSON.parse(answer.body) };
}

/** Does everything that is due by now, to the end. @returns how many steps that took */
export const work = (house: House, change: (kind: WorkKind) => WorkKind = (kind) => kind): Promise<number> =>
  new PerformDueWork(house.database, house.time, house.get(MembersWork).kinds().map(change), (_, error) => {
    throw error;
  }).run();

/** How a file is read where a spec does not care. */
export const READING = { encoding: 'utf-8', delimiter: ',', locale: 'en' } as const;

/** Brings a file and has it checked. */
export async function checked(
  house: House,
  who: Person,
  file: string | Buffer,
  columns: readonly (ImportField | null)[],
  reading: object = {},
): Promise<Answer['body']> {
  const brought = await bring(house, who, file);
  if (brought.status !== 201) throw new Error(`${brought.status} ${JSON.stringify(brought.body)}`);
  const asked = await who.post(`/member-imports/${brought.body.id}/check`, { ...READING, columns, ...reading });
  if (asked.status !== 200) throw new Error(`${asked.status} ${JSON.stringify(asked.body)}`);
  await work(house);
  return (await who.get(`/member-imports/${brought.body.id}`)).body;
}

/** Has an import applied that was checked. */
export async function applied(house: House, who: Person, { id, check }: Answer['body'], answers: object = {}): Promise<Answer['body']> {
  const asked = await who.post(`/member-imports/${id}/application`, { check, sendInvitations: false, leaveOutFaulty: true, ...answers });
  if (asked.status !== 200) throw new Error(`${asked.status} ${JSON.stringify(asked.body)}`);
  await work(house);
  return (await who.get(`/member-imports/${id}`)).body;
}

/** The faults of an import, as `line:field:code`. */
export async function faultsOf(who: Person, importId: string): Promise<string[]> {
  const { body } = await who.get(`/member-imports/${importId}/faults?size=100`);
  return body.items.map(({ line, field, code }: { line: number; field: string | null; code: string }) => `${line}:${field ?? ''}:${code}`);
}
