import { AddMembers, ChangeMemberStatus } from '@smartpar/members/api';
import { systemActor } from '@smartpar/access/model';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { applied, bring, checked, faultsOf, larkspurIn, READING, work } from './imports-house';
import { membersHouse, takeMails } from './members-house';

let house: House;
let larkspur: string;
let owner: Person;
let administrator: Person;

beforeAll(async () => {
  house = await membersHouse();
});

beforeEach(async () => {
  ({ larkspur, owner, administrator } = await larkspurIn(house));
});

afterAll(() => house.stop());

const NAMES = ['email', 'firstName', 'lastName'] as const;
const PHONES = [...NAMES, 'phone'] as const;
const csv = (...lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('');

const add = async (facts: { email: string; firstName?: string; lastName?: string; phone?: string }): Promise<string> => {
  const [added] = await house.get(AddMembers).run(larkspur, [{ firstName: 'Ana', locale: 'en', ...facts }]);
  return added?.memberId ?? '';
};

const site = async (name: string): Promise<string> => {
  const entity = { name, country: 'DE', registrationNumber: null, postalAddress: 'Lindenweg 1' };
  const { body } = await owner.post('/legal-entities', entity);
  return (await owner.post('/sites', { name, legalEntityId: body.id, country: 'DE', postalAddress: 'Lindenweg 1' })).body.id;
};

describe('the check of a file', () => {
  it('counts who is new, who changes and who stays, and changes nobody', async () => {
    await add({ email: 'same@larkspur.example', firstName: 'Same', lastName: 'Person' });
    await add({ email: 'other@larkspur.example', firstName: 'Other', lastName: 'Person' });
    const before = await house.rows(larkspur, 'select id, version from members where organization_id = $1 order by id', [larkspur]);
    const found = await checked(
      house,
      administrator,
      csv('E-Mail,Vorname,Nachname', 'SAME@Larkspur.example,Same,Person', 'other@larkspur.example,Another,', 'new@larkspur.example,New,'),
      NAMES,
    );
    expect(found.counts).toEqual({ lines: 3, new: 1, changed: 1, existing: 0, unchanged: 1, skipped: 0, faulty: 0 });
    expect(await house.rows(larkspur, 'select id, version from members where organization_id = $1 order by id', [larkspur])).toEqual(before);
    expect(await takeMails(house)).toEqual([]);
  });

  it('names each faulty line with its column, and the first line of a person who is there twice', async () => {
    const file = csv(
      'E-Mail,Vorname,Nachname,Telefon',
      'ana@larkspur.example,Ana,,',
      'nobody,Bo,,',
      '',
      'ANA@larkspur.example,Ana,,',
      'bo@larkspur.example,,,',
      'cy@larkspur.example,=1+1,,030 1234',
      'di@larkspur.example,Di',
    );
    const found = await checked(house, administrator, file, PHONES);
    expect(found).toMatchObject({ state: 'checked', counts: { lines: 6, new: 1, faulty: 5 } });
    expect(await faultsOf(administrator, found.id)).toEqual([
      '3:email:address_invalid',
      '5:email:twice',
      '6:firstName:name_missing',
      '7:firstName:formula',
      '7:phone:phone_unclear',
      '8::too_few_cells',
    ]);
    const { body } = await administrator.get(`/member-imports/${found.id}/faults?size=2`);
    expect(body.items[1]).toEqual({ line: 5, column: 1, field: 'email', code: 'twice', facts: { firstLine: 2 } });
    const next = await administrator.get(`/member-imports/${found.id}/faults?size=2&after=${body.next}`);
    expect(next.body.items.map(({ line }: { line: number }) => line)).toEqual([6, 7]);
    expect(JSON.stringify(await house.rows(larkspur, 'select * from member_import_faults where organization_id = $1', [larkspur]))).not.toMatch(
      /nobody|larkspur\.example|1234/,
    );
  });

  it('finds the same person twice however far apart, and a fault in the first line keeps neither', async () => {
    const many = Array.from({ length: 1500 }, (_, n) => `p${n}@larkspur.example,P${n},`);
    const found = await checked(house, administrator, csv('E-Mail,Vorname,Nachname', 'ana@larkspur.example,=1,', ...many, 'ana@larkspur.example,Ana,'), NAMES);
    expect(found.counts).toMatchObject({ lines: 1502, new: 1500, faulty: 2 });
    expect(await faultsOf(administrator, found.id)).toEqual(['2:firstName:formula', '1503:email:twice']);
  });

  it('knows sites by their name in any spelling, reads phone numbers with their country, and names those it does not know', async () => {
    const berlin = await site('Werk Köln');
    await site('Halle');
    await site('HALLE');
    const file = csv(
      'Mail;Vorname;Standort;Telefon',
      'ana@larkspur.example;Ana;werk koln;0221 1234567',
      'bo@larkspur.example;Bo;Paris;',
      'cy@larkspur.example;Cy;halle;',
    );
    const found = await checked(house, administrator, file, ['email', 'firstName', 'site', 'phone'], { delimiter: ';' });
    expect(await faultsOf(administrator, found.id)).toEqual(['3:site:site_unknown', '4:site:site_ambiguous']);
    await applied(house, administrator, found);
    const members = await house.rows(larkspur, `select site_id, phone from members where organization_id = $1 and status = 'invited'`, [larkspur]);
    expect(members).toEqual([{ site_id: berlin, phone: '+49 221 1234567' }]);
  });

  it('tells nothing about values whoever imports may not see: whether a phone number is the kept one is not told', async () => {
    await add({ email: 'ana@larkspur.example', phone: '+49 30 1234567' });
    await add({ email: 'bo@larkspur.example', phone: '+49 30 7654321' });
    const file = csv('E-Mail,Vorname,Nachname,Telefon', 'ana@larkspur.example,Ana,,+49 30 1234567', 'bo@larkspur.example,Ana,,+49 30 1234567');
    const found = await checked(house, administrator, file, PHONES);
    expect(found.counts).toMatchObject({ existing: 2, changed: 0, unchanged: 0 });
    const done = await applied(house, administrator, found);
    expect(done.result).toEqual({ added: 0, changed: 0, written: 2, unchanged: 0, leftOut: 0 });
    const versions = await house.rows(larkspur, `select distinct version from members where organization_id = $1 and phone is not null`, [larkspur]);
    expect(versions).toEqual([{ version: 2 }]);
  });

  it('counts for a member that their address was looked up, where whoever imports is shown no addresses', async () => {
    await house.rows(
      larkspur,
      `insert into standing_grants (organization_id, role, category, mode, purposes, changed_at) values ($1, 'user-administrator', 'user.contact.email.work', 'hidden', '{}', now())`,
      [larkspur],
    );
    const ana = await add({ email: 'ana@larkspur.example' });
    await checked(house, administrator, csv('E-Mail,Vorname,Nachname', 'ana@larkspur.example,Ana,', 'bo@larkspur.example,Bo,'), NAMES);
    const counted = await house.rows(larkspur, `select member_id, kind, count from counted_reads where organization_id = $1`, [larkspur]);
    expect(counted).toEqual([{ member_id: ana, kind: 'import', count: 1 }]);
  });

  it('leaves owners alone for those who are none, and lets owners change them', async () => {
    const file = csv('E-Mail,Vorname,Nachname', `${owner.is.email},Renamed,`);
    const found = await checked(house, administrator, file, NAMES);
    expect(found).toMatchObject({ counts: { skipped: 1, changed: 0 }, may: { apply: false } });
    expect(await administrator.post(`/member-imports/${found.id}/application`, { check: 1, sendInvitations: false, leaveOutFaulty: true })).toMatchObject({
      status: 409,
      body: { code: 'member-import.nothing_to_do' },
    });
    await administrator.post(`/member-imports/${found.id}/cancellation`, {});
    expect((await checked(house, owner, file, NAMES)).counts).toMatchObject({ skipped: 0, changed: 1 });
  });

  it('changes who is suspended and leaves them suspended; who has left is somebody new', async () => {
    const [ana, bo] = [await add({ email: 'ana@larkspur.example' }), await add({ email: 'bo@larkspur.example' })];
    await house.get(ChangeMemberStatus).run(systemActor(larkspur, 'spec'), ana, 'suspended');
    await house.get(ChangeMemberStatus).run(systemActor(larkspur, 'spec'), bo, 'deactivated');
    const found = await checked(house, administrator, csv('E-Mail,Vorname,Nachname', 'ana@larkspur.example,Anna,', 'bo@larkspur.example,Bo,'), NAMES);
    expect(found.counts).toMatchObject({ changed: 1, new: 1 });
    await applied(house, administrator, found);
    expect((await owner.get(`/members/${ana}`)).body).toMatchObject({ status: 'suspended', profile: { firstName: 'Anna' } });
    expect((await owner.get(`/members/${bo}`)).body).toMatchObject({ status: 'deactivated', profile: { firstName: 'Ana' } });
  });

  it('takes a whole name in one cell for the same as in two, and for a new one where it differs', async () => {
    const [ana, bo] = [
      await add({ email: 'ana@larkspur.example', firstName: 'Ana', lastName: 'Silva' }),
      await add({ email: 'bo@larkspur.example', firstName: 'Bo', lastName: 'Li' }),
    ];
    const found = await checked(house, administrator, csv('E-Mail,Name', 'ana@larkspur.example,Ana Silva', 'bo@larkspur.example,Bo Lindqvist'), [
      'email',
      'fullName',
    ]);
    expect(found.counts).toMatchObject({ unchanged: 1, changed: 1 });
    await applied(house, administrator, found);
    expect((await owner.get(`/members/${ana}`)).body.profile).toMatchObject({ firstName: 'Ana', lastName: 'Silva' });
    expect((await owner.get(`/members/${bo}`)).body.profile).toMatchObject({ firstName: 'Bo Lindqvist', lastName: null });
  });

  it('can be done again with another reading, and forgets what the first one found', async () => {
    const file = csv('E-Mail,Vorname,Nachname', 'ana@larkspur.example,=1,Silva');
    const first = await checked(house, administrator, file, NAMES);
    expect(first.counts).toMatchObject({ faulty: 1, new: 0 });
    await administrator.post(`/member-imports/${first.id}/check`, { ...READING, columns: ['email', null, 'firstName'] });
    await work(house);
    const again = (await administrator.get(`/member-imports/${first.id}`)).body;
    expect(again).toMatchObject({ check: 2, counts: { faulty: 0, new: 1 } });
    expect(await faultsOf(administrator, first.id)).toEqual([]);
    expect(await administrator.post(`/member-imports/${first.id}/application`, { check: 1, sendInvitations: false, leaveOutFaulty: true })).toMatchObject({
      status: 409,
      body: { code: 'member-import.checked_meanwhile' },
    });
  });

  it('keeps what headings are taken for, for the next file, and no address that stood in their place', async () => {
    const headed = csv('Kostenstelle,Wohin,ana@larkspur.example,E-Mail', 'x,Ana,y,bo@larkspur.example');
    const first = await checked(house, administrator, headed, [null, 'firstName', 'lastName', 'email']);
    await administrator.post(`/member-imports/${first.id}/cancellation`, {});
    const { body } = await bring(house, owner, headed);
    const { columns } = (await owner.get(`/member-imports/${body.id}/preview`)).body;
    expect(columns).toMatchObject([
      { field: null, kept: false },
      { field: 'firstName', kept: true },
      { field: null, kept: false },
      { field: 'email', kept: true },
    ]);
  });

  it('keeps no heading of a file that has none and begins with somebody', async () => {
    await checked(house, administrator, csv('ana@larkspur.example,Ana,Silva', 'bo@larkspur.example,Bo,Li'), NAMES);
    expect(await house.rows(larkspur, 'select heading_folded from member_import_headings where organization_id = $1', [larkspur])).toEqual([]);
  });
});
