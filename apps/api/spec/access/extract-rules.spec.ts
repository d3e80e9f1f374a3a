import { takeMails } from '../members/members-house';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { crowd, extractsHouse, previews, takesOut } from './extracts-house';
import { signs } from './need-to-know-house';

let house: House;
let organizationId: string;
let owner: Person;
let officer: Person;

beforeAll(async () => {
  house = await extractsHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  organizationId = await house.organization();
  [owner, officer] = [await house.person(organizationId, 'owner'), await house.person(organizationId, 'privacy-officer')];
  for (const who of [owner, officer]) await signs(who);
  await takeMails(house);
});

const LOGGED = `select facts from audit_entries where organization_id = $1 and action = 'extract-rules.changed'`;
const maySeeAlone = (aloneUpTo: number) => owner.put('/extract-rules', { version: 0, aloneUpTo });

describe('how many one may take out alone', () => {
  it('is 25 until an owner says otherwise, and read by those who look after it', async () => {
    const auditor = await house.person(organizationId, 'auditor');
    expect((await auditor.get('/extract-rules')).body).toEqual({ version: 0, aloneUpTo: 25, held: null });
    expect((await maySeeAlone(3)).body).toEqual({ version: 1, aloneUpTo: 3, held: null });
    expect((await owner.put('/extract-rules', { version: 0, aloneUpTo: 4 })).body.code).toBe('extract_rules.changed_meanwhile');
    expect(await house.rows(organizationId, LOGGED, [organizationId])).toMatchObject([{ facts: { aloneUpTo: 3, fromAloneUpTo: 25 } }]);
  });

  it('is an owner’s to say, who has just proved who they are, and never everybody', async () => {
    expect((await officer.put('/extract-rules', { version: 0, aloneUpTo: 500 })).status).toBe(404);
    expect((await owner.stale.put('/extract-rules', { version: 0, aloneUpTo: 3 })).body.code).toBe('reauthentication_required');
    expect((await maySeeAlone(501)).status).toBe(422);
  });

  it('stays for the owner who raises it what it was, for three days, and counts for everybody else at once', async () => {
    await crowd(house, organizationId, 30);
    const raised = await owner.put('/extract-rules', { version: 0, aloneUpTo: 500 });
    const until = house.time.now().add({ hours: 72 }).toString();
    expect(raised.body).toEqual({ version: 1, aloneUpTo: 500, held: { aloneUpTo: 25, until } });
    expect((await officer.get('/extract-rules')).body.held).toBeNull();
    expect((await previews(owner)).body).toMatchObject({ approval: 'needed', aloneUpTo: 25 });
    expect([(await takesOut(owner)).body.standing, (await takesOut(officer)).body.standing]).toEqual(['requested', 'running']);
    house.time.advance({ hours: 72 });
    expect((await owner.get('/extract-rules')).body.held).toBeNull();
    expect((await takesOut(owner)).body.standing).toBe('running');
  });

  it('is raised with those hearing of it who agree to extracts, and lowered without', async () => {
    await owner.put('/extract-rules', { version: 0, aloneUpTo: 30 });
    expect((await takeMails(house)).map(({ to, template }) => [to, template])).toEqual([[officer.is.email, 'access.extract-limit-raised']]);
    await owner.put('/extract-rules', { version: 1, aloneUpTo: 3 });
    expect(await takeMails(house)).toEqual([]);
  });

  it('is changed by one of two owners at the same moment, and the other is told', async () => {
    const other = await house.person(organizationId, 'owner');
    const both = (version: number) => Promise.all([owner, other].map((who, n) => who.put('/extract-rules', { version, aloneUpTo: 10 - version - n })));
    for (const version of [0, 1, 2]) expect((await both(version)).map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});
