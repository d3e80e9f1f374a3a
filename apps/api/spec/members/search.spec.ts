import { AddMembers } from '@smartpar/members/api';
import type { Role, StandingGrant } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { everybody, heard, membersHouse, search } from './members-house';

let house: House;
let larkspur: string;
let owner: Person;
let officer: Person;
let helpdesk: Person;
let auditor: Person;

beforeAll(async () => {
  house = await membersHouse();
});

beforeEach(async () => {
  larkspur = await house.organization();
  owner = await house.person(larkspur, 'owner');
  officer = await house.person(larkspur, 'privacy-officer');
  helpdesk = await house.person(larkspur, 'helpdesk');
  auditor = await house.person(larkspur, 'auditor');
});

afterAll(() => house.stop());

const add = async (...members: readonly { firstName: string; lastName: string | null; email?: string; siteId?: string }[]) => {
  const wanted = members.map((member, n) => ({ email: `new${n}@otherhill.example`, locale: 'en' as const, ...member }));
  return (await house.get(AddMembers).run(larkspur, wanted)).map(({ memberId }) => memberId);
};
const names = async (query: object, who = owner): Promise<string[]> =>
  (await search(who, query)).body.items.map(({ profile }: { profile: { firstName?: string; lastName?: string | null } }) =>
    [profile.firstName, profile.lastName].filter(Boolean).join(' '),
  );
const counted = () =>
  house.rows<{ member_id: string; count: number }>(
    larkspur,
    `select member_id, count::int as count from counted_reads where kind = 'look-up' and organization_id = $1`,
    [larkspur],
  );
const change = (role: Role, changed: Pick<StandingGrant, 'category' | 'mode' | 'purposes'>) =>
  house.rows(larkspur, `insert into standing_grants (organization_id, role, category, mode, purposes, changed_at) values ($1, $2, $3, $4, $5, now())`, [
    larkspur,
    role,
    changed.category,
    changed.mode,
    changed.purposes,
  ]);

describe('the beginning of a name', () => {
  it('finds last names first, then first names, in any script and without accents', async () => {
    await add(
      { firstName: 'Zoë', lastName: 'Ólafsdóttir' },
      { firstName: 'Olaf', lastName: 'Adler' },
      { firstName: 'Sukarno', lastName: null },
      { firstName: '小龙', lastName: '李' },
      { firstName: 'محمد', lastName: 'الفارسي' },
      { firstName: 'Ola', lastName: 'Olander' },
    );
    expect(await names({ search: 'OLA' })).toEqual(['Zoë Ólafsdóttir', 'Ola Olander', 'Olaf Adler']);
    expect(await names({ search: 'olaf a' })).toEqual(['Olaf Adler']);
    expect(await names({ search: 'adler o' })).toEqual(['Olaf Adler']);
    expect(await names({ search: 'sukar' })).toEqual(['Sukarno']);
    expect(await names({ search: '李小' })).toEqual([]);
    expect(await names({ search: '小' })).toEqual(['小龙 李']);
    expect(await names({ search: 'الف' })).toEqual(['محمد الفارسي']);
    expect(await names({ search: 'olaf_' })).toEqual([]);
    expect(await names({ search: '%' })).toEqual([]);
  });

  it('finds everybody once over all pages, whatever begins with it', async () => {
    const ids = await add(
      ...Array.from({ length: 40 }, (_, n) => ({
        firstName: `Birk${n % 7}`,
        lastName: n % 3 === 0 ? `Birken ${n}` : `Otter ${n}`,
        email: `birk${n}@otherhill.example`,
      })),
      { firstName: 'Else', lastName: 'Where', email: 'birkhead@otherhill.example' },
    );
    const found = await everybody(owner, { search: 'birk', size: 7 });
    expect(found.toSorted()).toEqual(ids.toSorted());
    expect(new Set(found).size).toBe(found.length);
    expect(found.at(-1)).toBe(ids.at(-1));
  });

  it('finds nobody for those who see no names, and says that nothing was understood', async () => {
    await add({ firstName: 'Olaf', lastName: 'Adler' });
    for (const who of [officer, helpdesk, auditor]) {
      expect((await search(who, { search: 'adler' })).body).toMatchObject({ items: [], next: null, understood: 'nothing' });
    }
  });

  it('finds by address alone where only addresses are shown', async () => {
    const [id] = await add({ firstName: 'Olaf', lastName: 'Adler', email: 'raven@otherhill.example' });
    await change('auditor', { category: 'user.contact.email.work', mode: 'shown', purposes: ['administration'] });
    expect((await search(auditor, { search: 'adler' })).body.items).toEqual([]);
    const { body } = await search(auditor, { search: 'raven@other' });
    expect(body).toMatchObject({ understood: 'beginning', items: [{ id, profile: { email: 'raven@otherhill.example' } }] });
    expect(JSON.stringify(body)).not.toMatch(/olaf|adler/i);
  });
});

describe('an exact address', () => {
  it('finds one member for those who see none, in any spelling, and is counted', async () => {
    const [id = ''] = await add({ firstName: 'Jörg', lastName: 'Adler', email: 'jörg+shop@müller.example' });
    for (const [who, times] of [
      [helpdesk, 1],
      [officer, 2],
    ] as const) {
      const { body } = await search(who, { search: 'JÖRG+shop@xn--mller-kva.example' });
      expect(body).toMatchObject({ understood: 'exact', items: [{ id }] });
      expect(body.items[0].profile).toEqual({});
      expect(await counted()).toEqual([{ member_id: id, count: times }]);
    }
    expect((await search(helpdesk, { search: 'jörg+shop@müller.exampl' })).body.items).toEqual([]);
  });

  it('that is found out by being refused is counted as well, where no address is shown', async () => {
    const administrator = await house.person(larkspur, 'user-administrator');
    const wanted = { email: officer.is.email, firstName: 'Wren', locale: 'en' };
    expect((await administrator.post('/members', wanted)).body.code).toBe('member.address_taken');
    expect(await counted()).toEqual([]);
    await change('user-administrator', { category: 'user.contact.email.work', mode: 'on-reveal', purposes: ['administration'] });
    await house.rows(larkspur, `select pg_notify('invalidation', $1)`, [`organization:${larkspur}`]);
    await heard(async () => (await search(administrator)).body.sight['user.contact.email.work'] === 'on-reveal');
    expect((await administrator.post('/members', wanted)).body.code).toBe('member.address_taken');
    const correction = { version: 1, email: officer.is.email };
    expect((await administrator.patch(`/members/${auditor.is.memberId}/profile`, correction)).body.code).toBe('member.address_taken');
    expect(await counted()).toEqual([{ member_id: officer.is.memberId, count: 2 }]);
  });

  it('finds nobody for those who may not find', async () => {
    await add({ firstName: 'Olaf', lastName: 'Adler', email: 'raven@otherhill.example' });
    expect((await search(auditor, { search: 'raven@otherhill.example' })).body).toMatchObject({ items: [], understood: 'nothing' });
    expect(await counted()).toEqual([]);
  });
});

describe('a member number', () => {
  it.each(['M-10001', 'm10001', '10001'])('%s finds its member, and is counted for those who may only find', async (term) => {
    for (const who of [owner, officer, auditor, helpdesk]) {
      expect((await search(who, { search: term })).body).toMatchObject({ understood: 'exact', items: [{ number: 10_001 }] });
    }
    expect(await counted()).toEqual([{ member_id: owner.is.memberId, count: 1 }]);
  });
});

describe('the list', () => {
  it('goes by name where names are shown, else by number, and neither shows more', async () => {
    await add({ firstName: 'Zed', lastName: 'Aardvark' }, { firstName: 'Ada', lastName: 'Zebra' });
    expect((await names({})).at(0)).toBe('Zed Aardvark');
    const { body } = await search(officer);
    expect(body.items.map(({ number }: { number: number }) => number)).toEqual([10_001, 10_002, 10_003, 10_004, 10_005, 10_006]);
    expect(JSON.stringify(body)).not.toMatch(/aardvark|zebra|otherhill|linden/i);
    expect(body.sight).toMatchObject({ 'user.name': 'on-reveal', 'user.contact.email.work': 'on-reveal', 'user.contact.phone_number.work': 'on-reveal' });
    expect(await search(officer, { order: 'name' })).toMatchObject({ status: 422, body: { code: 'member.order_hidden', errors: [{ field: 'order' }] } });
    expect((await search(owner, { order: 'newest', size: 1 })).body.items).toMatchObject([{ number: 10_006 }]);
  });

  it('is empty for those who may only find', async () => {
    expect((await search(helpdesk)).body).toMatchObject({ items: [], next: null, understood: 'nothing' });
    expect((await search(helpdesk, { role: 'owner' })).body.items).toEqual([]);
  });

  it('goes by state, site and role, alone and together', async () => {
    const [gone = ''] = await add({ firstName: 'Gone', lastName: 'Away' });
    await house.rows(larkspur, `update members set status = 'suspended' where id = $1`, [gone]);
    expect(await everybody(owner, { status: 'suspended' })).toEqual([gone]);
    expect(await everybody(auditor, { role: 'privacy-officer' })).toEqual([officer.is.memberId]);
    expect(await everybody(auditor, { role: 'privacy-officer', status: 'suspended' })).toEqual([]);
    expect(await everybody(owner, { siteId: newId() })).toEqual([]);
    expect(await everybody(owner, { siteId: null, search: 'gone' })).toEqual([gone]);
    expect((await search(owner, { status: 'suspended', search: 'away g' })).body.items).toMatchObject([{ status: 'suspended', site: null, roles: [] }]);
  });

  it('holds nobody who was de-identified, by whatever way', async () => {
    const [id = ''] = await add({ firstName: 'Olaf', lastName: 'Adler' });
    await house.rows(larkspur, `update members set status = 'de-identified', email = null, email_folded = null where id = $1`, [id]);
    for (const query of [{}, { order: 'number' }, { search: 'adler' }, { search: 'M-10005' }]) expect(await everybody(owner, query)).not.toContain(id);
    expect((await owner.get(`/members/${id}`)).status).toBe(404);
  });

  it.each([
    { size: 0 },
    { size: 101 },
    { size: '50' },
    { search: '' },
    { search: 'x'.repeat(255) },
    { search: 'a\u0000b' },
    { search: 7 },
    { status: 'gone' },
    { role: 'emperor' },
    { siteId: 'here' },
    { order: 'email' },
    { after: 'x'.repeat(2501) },
    { after: 'nonsense' },
    { search: 'a', after: Buffer.from('["0","a"]').toString('base64url') },
    { unknown: 1 },
  ])('refuses %j', async (query) => {
    expect((await search(owner, query)).status).toBe(422);
  });

  it('takes a cursor that points nowhere for what it is', async () => {
    const cursor = (...key: readonly string[]) => Buffer.from(JSON.stringify(key)).toString('base64url');
    expect((await search(owner, { after: cursor('￿', newId()) })).body.items).toEqual([]);
    expect((await search(owner, { search: 'a', after: cursor('999999999999', 'a', newId()) })).body.items).toEqual([]);
  });
});
