import { roleAccess } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { LeavingFacts, LifeModule, LifeQueue, MemberAdministrationModule, TracedTables } from '@smartpar/members/api';
import { membersAccess } from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { PerformDueWork, type WorkKind } from '@smartpar/platform/jobs';
import { RequestsOfMember } from '@smartpar/requests/api';
import { requestsAccess } from '@smartpar/requests/model';
import { HeldMembers, RetentionModule } from '@smartpar/retention/api';
import { retentionAccess } from '@smartpar/retention/model';
import { allTables } from '../../src/tables';
import { FactsOfLeaving, MembersToHold } from '../../src/wiring/leaver-wires';
import { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { Invited } from './members-house';

/** What every table of the product says becomes of a member. */
class AllTraces extends TracedTables {
  constructor() {
    super(allTables);
  }
}

/** Organizations and their members, with everything that happens when somebody leaves. */
export const livesHouse = (): Promise<House> =>
  House.start({
    modules: [Invited, MemberAdministrationModule, LifeModule, RetentionModule],
    wires: [
      { provide: RequestsOfMember, useClass: RequestsOfMember },
      { provide: LeavingFacts, useClass: FactsOfLeaving },
      { provide: TracedTables, useClass: AllTraces },
      { provide: HeldMembers, useClass: MembersToHold },
    ],
    rules: [...membersAccess, ...retentionAccess, ...requestsAccess, roleAccess],
  });

/** Does everything about leaving that is due by now. @returns how many plans that took */
export const work = (house: House, change: (kind: WorkKind) => WorkKind = (kind) => kind): Promise<number> =>
  new PerformDueWork(house.database, house.time, house.get(LifeQueue).kinds().map(change), (_, error) => {
    throw error;
  }).run();

/** The same work in a process that is killed at its nth statement. */
export const killedAt =
  (statement: number) =>
  ({ kind, perform }: WorkKind): WorkKind => ({
    kind,
    perform: (tx, plan) => {
      let sent = 0;
      const query: TenantTransaction['query'] = (text, values) => {
        sent += 1;
        return sent === statement ? Promise.reject(new Error('killed')) : tx.query(text, values);
      };
      return perform({ ...tx, organizationId: tx.organizationId, at: tx.at, manager: tx.manager, actor: tx.actor, query, notify: tx.notify.bind(tx) }, plan);
    },
  });

/** The path of a member. */
export const of = (person: Person): string => `/members/${person.is.memberId}`;

/** Has somebody leave. */
export const letGo = (who: Person, person: Person, message: object = { cause: 'left' }, key?: string): Promise<Answer> =>
  who.post(`${of(person)}/deactivation`, message, key);

/** Opens an envelope, as anybody may. */
export async function openEnvelope(house: House, code: string, path = '/api/leaver', more: object = {}): Promise<Answer> {
  const answer = await house.app.inject({ method: 'POST', url: path, headers: { 'idempotency-key': newId() }, payload: { code, ...more } });
  return { status: answer.statusCode, body: JSON.parse(answer.body) };
}

/** A privacy request of a member, as it lies in the database. @returns its id */
export async function asks(house: House, person: Person, state: 'received' | 'answered' = 'received'): Promise<string> {
  const id = newId();
  const { organizationId, memberId } = person.is;
  await house.rows(
    organizationId,
    `insert into privacy_requests (organization_id, id, reference, kind, state, outcome, part, member_id, identifier, proved, reply_address, locale, capacity, asked_at,
       promised_on, due_on, due_at, closed_at, last_activity_at)
     values ($1, $2, $5, 'question', $4::text, case when $4::text = 'answered' then 'fulfilled' end, 'whole', $3, 'linden@home.example', true, 'linden@home.example', 'en', 'work',
       now(), '2026-04-01', '2026-04-01', now(), case when $4::text = 'answered' then now() end, now())`,
    [organizationId, id, memberId, state, `P-${id.slice(-6)}`],
  );
  return id;
}

/** Closes a request. */
export const answered = (house: House, person: Person, id: string): Promise<object[]> =>
  house.rows(person.is.organizationId, `update privacy_requests set state = 'answered', outcome = 'fulfilled', closed_at = now() where id = $1`, [id]);

/** A member's own line. */
export async function lineOf(house: House, person: Person): Promise<Readonly<Record<string, unknown>>> {
  const [row] = await house.rows<Record<string, unknown>>(person.is.organizationId, 'select * from members where id = $1', [person.is.memberId]);
  if (row === undefined) throw new Error('The member is not there.');
  return row;
}
