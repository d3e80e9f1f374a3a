import { WaitingGrantsQuery } from '@smartpar/access/api';
import { newId } from '@smartpar/kernel';
import { takeMails } from '../members/members-house';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { approves, asksFor, grantsHouse, inHours } from './grants-house';

let house: House;
let organizationId: string;
let owner: Person;
let officer: Person;
let helpdesk: Person;
let member: Person;
let requestId: string;

beforeAll(async () => {
  house = await grantsHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  organizationId = await house.organization();
  [owner, officer] = [await house.person(organizationId, 'owner'), await house.person(organizationId, 'privacy-officer')];
  [helpdesk, member] = [await house.person(organizationId, 'helpdesk'), await house.person(organizationId)];
  requestId = newId();
  await house.rows(
    organizationId,
    `insert into privacy_requests (organization_id, id, reference, kind, state, part, member_id, about_member_id, proved, locale, capacity, asked_at, promised_on,
       due_on, due_at, last_activity_at)
     values ($1, $2, 'PA-7K2M', 'question', 'received', 'whole', $3, $4, true, 'en', 'work', now(), current_date, current_date, now(), now())`,
    [organizationId, requestId, member.is.memberId, officer.is.memberId],
  );
  await takeMails(house);
});

const asks = () => asksFor(house, helpdesk, { scope: { kind: 'request', id: requestId } });
const placesFor = async (who: Person, grantId: string) => (await who.get(`/grants/${grantId}`)).body.scope.places;

describe('a grant for a request', () => {
  it('names the request to those alone who may read it, and never to the one it is about', async () => {
    const { body } = await asks();
    expect(await placesFor(owner, body.grantId)).toEqual([{ id: requestId, label: 'PA-7K2M' }]);
    expect([await placesFor(officer, body.grantId), await placesFor(helpdesk, body.grantId)]).toEqual([[], []]);
    expect(JSON.stringify((await officer.get('/grants?show=to-decide')).body)).not.toContain(requestId);
  });

  it('is neither told to nor decided by the one it is about', async () => {
    const asked = await asks();
    expect((await takeMails(house)).map(({ to }) => to)).toEqual([owner.is.email]);
    expect((await approves(officer, asked)).body.code).toBe('decision.no_right');
    expect((await officer.get(`/grants/${asked.body.grantId}`)).body.may.decide).toBe(false);
    expect((await approves(owner, asked)).status).toBe(200);
  });

  it('is not decided in their place either', async () => {
    await officer.post('/deputies', { memberId: member.is.memberId, from: inHours(house, 0), until: inHours(house, 48) });
    expect((await approves(member, await asks())).body.code).toBe('decision.no_right');
  });

  it('takes no place on the first page of the one it is about', async () => {
    const asked = await asks();
    house.time.advance({ minutes: 1 });
    const other = await asksFor(house, helpdesk);
    const first = (who: Person) =>
      house.database.tenant(who.actor('privacy-officer'), (tx) => house.get(WaitingGrantsQuery).within(tx, who.actor('privacy-officer'), 1));
    expect([await first(officer), await first(owner)]).toMatchObject([[{ id: other.body.grantId }], [{ id: asked.body.grantId }]]);
  });
});
