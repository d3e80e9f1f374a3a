import type { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { extractOf, extractsHouse, fetches, takesOut, work } from './extracts-house';
import { granted } from './grants-house';
import { EMAIL, hasPhone, NAME, PHONE, signs } from './need-to-know-house';

let house: House;
let organizationId: string;
let owner: Person;
let officer: Person;
let member: Person;

beforeAll(async () => {
  house = await extractsHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set('2026-03-02T09:00:00Z');
  organizationId = await house.organization({ name: 'Larkspur' });
  [owner, officer, member] = [
    await house.person(organizationId, 'owner'),
    await house.person(organizationId, 'privacy-officer'),
    await house.person(organizationId),
  ];
  for (const who of [owner, officer]) await signs(who);
  await hasPhone(house, member, '+49 30 1234567');
  await house.database.global((tx) => tx.query('delete from due_work'));
});

async function written(wish: object = {}): Promise<Answer> {
  const taken = await takesOut(officer, wish);
  await work(house);
  return taken;
}

const lineOf = ({ lines }: { readonly lines: readonly (readonly string[])[] }, { is }: Person) => lines.find(([number]) => number === `M-${is.number}`);
const actions = async () => (await house.log(organizationId)).filter((action) => action.startsWith('extract.'));

describe('the file of an extract', () => {
  it('has everybody in it with what was asked for, and says on every line who took it out, when and as what', async () => {
    const taken = await written({ categories: [EMAIL, PHONE, NAME] });
    const { status, text, lines } = await fetches(house, officer, taken);
    expect([status, lines[0]]).toEqual([200, ['Member number', 'Name', 'Work e-mail', 'Work phone', 'Taken out by']]);
    expect(lines).toHaveLength(4);
    const mark = `M-${officer.is.number} 2026-03-02T09:00Z ${taken.body.extractId}`;
    expect(lineOf({ lines }, member)?.slice(2)).toEqual([member.is.email, "'+49 30 1234567", mark]);
    expect(lines.slice(1).every((line) => line.at(-1) === mark)).toBe(true);
    const [first] = text.split('\r\n');
    expect(first).toContain(`Taken out by M-${officer.is.number} (Linden Ashgrove`);
    expect(first).toContain(`of Larkspur at 2026-03-02T09:00Z, extract ${taken.body.extractId}`);
    expect((await fetches(house, officer, taken, 'de')).lines[0]?.[0]).toBe('Mitgliedsnummer');
  });

  it('begins no cell that a spreadsheet would calculate', async () => {
    await house.rows(organizationId, `update members set first_name = '=HYPERLINK("http://evil")', last_name = null where organization_id = $1 and id = $2`, [
      organizationId,
      member.is.memberId,
    ]);
    const file = await fetches(house, officer, await written({ categories: [NAME] }));
    expect(lineOf(file, member)?.[1]).toBe(`'=HYPERLINK("http://evil")`);
  });

  it('is fetched by whoever asked alone: not by who decides, not by an auditor, not from another organization', async () => {
    const taken = await written();
    const [auditor, elsewhere] = [await house.person(organizationId, 'auditor'), await house.person(await house.organization(), 'owner', 'privacy-officer')];
    for (const who of [owner, auditor, member, elsewhere, elsewhere.at(organizationId), officer.at(elsewhere.is.organizationId)]) {
      expect(await fetches(house, who, taken)).toMatchObject({ status: 404, code: 'not_found' });
    }
    expect((await house.log(organizationId)).includes('extract.fetched')).toBe(false);
  });

  it('is written down each time it is fetched', async () => {
    const taken = await written();
    await fetches(house, officer, taken);
    await fetches(house, officer, taken);
    const entries = await house.rows<{ actor_id: string; facts: object }>(
      organizationId,
      `select actor_id, facts from audit_entries where organization_id = $1 and action = 'extract.fetched' order by id`,
      [organizationId],
    );
    expect(entries).toEqual([1, 2].map((count) => ({ actor_id: officer.is.memberId, facts: { people: 3, fetches: count } })));
    expect((await extractOf(owner, taken)).downloads).toBe(2);
  });

  it('is not there before it is written, and asks for a language', async () => {
    const taken = await takesOut(officer);
    expect(await fetches(house, officer, taken)).toMatchObject({ status: 409, code: 'extract.state_forbids' });
    await work(house);
    expect((await fetches(house, officer, taken, 'xx')).status).toBe(422);
  });

  it('is destroyed after a day, whether anybody fetched it or not, and nothing of it is left', async () => {
    const taken = await written();
    house.time.advance({ hours: 24 });
    expect([(await extractOf(officer, taken)).standing, (await fetches(house, officer, taken)).code]).toEqual(['gone', 'extract.state_forbids']);
    expect(await work(house)).toBe(1);
    expect(await house.rows(organizationId, 'select 1 from extract_lines where organization_id = $1', [organizationId])).toEqual([]);
    expect(await actions()).toEqual(['extract.begun', 'extract.written', 'extract.destroyed']);
    expect((await member.get('/my/ledger')).body.items).toMatchObject([{ exported: { people: 3 } }]);
  });

  it('may be destroyed before, by whoever asked', async () => {
    const taken = await written();
    expect((await owner.post(`/extracts/${taken.body.extractId}/end`, {})).status).toBe(404);
    expect((await officer.post(`/extracts/${taken.body.extractId}/end`, {})).body.standing).toBe('gone');
    expect((await fetches(house, officer, taken)).code).toBe('extract.state_forbids');
    house.time.advance({ hours: 24 });
    expect(await work(house)).toBe(0);
  });

  it('shows nothing once the access it rests on has ended, and nobody whom it covers no more', async () => {
    const wish = { purpose: 'support', reason: { template: 'asked-for-help' } };
    const wide = await granted(house, officer, owner, { categories: [PHONE], purposes: ['support'] });
    const narrow = await granted(house, officer, owner, { categories: [PHONE], purposes: ['support'], scope: { kind: 'members', ids: [member.is.memberId] } });
    const taken = await written(wish);
    expect((await fetches(house, officer, taken)).lines).toHaveLength(4);
    await owner.post(`/grants/${wide}/revocation`, { reason: 'That was more than is needed.' });
    expect((await fetches(house, officer, taken)).lines.slice(1).map(([number]) => number)).toEqual([`M-${member.is.number}`]);
    await owner.post(`/grants/${narrow}/revocation`, { reason: 'The case is closed by now.' });
    expect(await fetches(house, officer, taken)).toMatchObject({ status: 409, code: 'extract.access_ended' });
  });

  it('shows nobody who is no known person any more', async () => {
    const taken = await written();
    await house.rows(organizationId, `update members set status = 'de-identified', email = null, email_folded = null where organization_id = $1 and id = $2`, [
      organizationId,
      member.is.memberId,
    ]);
    expect((await fetches(house, officer, taken)).lines).toHaveLength(3);
  });

  it('is out of reach for somebody who was suspended or reported', async () => {
    const taken = await written();
    await owner.post('/violations', { memberId: officer.is.memberId, words: 'Looked at a neighbour without a task.' });
    expect((await fetches(house, officer, taken)).status).toBe(404);
  });

  it('opens for nobody where a line was put elsewhere in the database', async () => {
    const taken = await written();
    await house.rows(
      organizationId,
      `update extract_lines l set sealed = (select o.sealed from extract_lines o where o.organization_id = $1 and o.member_id = $2)
       where l.organization_id = $1 and l.member_id <> $2`,
      [organizationId, member.is.memberId],
    );
    expect((await fetches(house, officer, taken)).lines.slice(1).map(([number]) => number)).toEqual([`M-${member.is.number}`]);
  });
});
