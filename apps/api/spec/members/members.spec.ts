import { systemActor } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { AddMembers, LinkAccount, MemberFactsQuery, MemberLines, MemberMatches } from '@smartpar/members/api';
import { KeepLegalEntities, KeepSites } from '@smartpar/organizations/api';
import { House } from '../organizations/house';

let house: House;
let larkspur: string;

beforeAll(async () => {
  house = await House.start();
});

beforeEach(async () => {
  larkspur = await house.organization();
});

afterAll(() => house.stop());

const wren = { email: 'Wren@Larkspur.example', firstName: 'Wren', lastName: 'Foxglade', locale: 'en' } as const;
const add = (organizationId: string, ...members: readonly object[]) =>
  house.get(AddMembers).run(
    organizationId,
    members.map((fields) => ({ ...wren, ...fields })),
  );
const membershipsOf = (address: string) => house.database.global((tx) => house.get(MemberMatches).membershipsOf(tx, address));

describe('member numbers', () => {
  it('begin at 10001 in every organization and are never given twice', async () => {
    const other = await house.organization();
    const added = await Promise.all(Array.from({ length: 12 }, (_, n) => add(larkspur, { email: `m${n}@larkspur.example` })));
    expect(
      added
        .flat()
        .map(({ number }) => number)
        .toSorted(),
    ).toEqual(Array.from({ length: 12 }, (_, n) => 10_001 + n));
    expect((await add(other, {}))[0]?.number).toBe(10_001);
  });

  it('do not make one who adds a member wait for another’s transaction', async () => {
    let addedMeanwhile = 0;
    await house.database.tenant(systemActor(larkspur, 'spec'), async (tx) => {
      const values = [larkspur, newId(), tx.at];
      await tx.query(
        `insert into members (organization_id, id, number, status, email, email_folded, locale, created_at) values ($1, $2, 10999, 'active', 'a@b.example', 'a@b.example', 'en', $3)`,
        values,
      );
      addedMeanwhile = (await add(larkspur, {})).length;
    });
    expect(addedMeanwhile).toBe(1);
  });
});

describe('adding members', () => {
  it('takes thousands in one statement and one entry', async () => {
    const crowd = Array.from({ length: 5000 }, (_, n) => ({ email: `crowd${n}@larkspur.example`, lastName: `Foxglade ${n}` }));
    const added = await add(larkspur, ...crowd);
    expect(added).toHaveLength(5000);
    expect(await house.rows(larkspur, 'select count(*)::integer as count, max(number) as last from members where organization_id = $1', [larkspur])).toEqual([
      { count: 5000, last: 15_000 },
    ]);
    expect(await house.rows(larkspur, `select facts from audit_entries where action = 'member.many-added'`)).toEqual([
      { facts: { count: 5000, firstNumber: 10_001 } },
    ]);
    expect(await membershipsOf('crowd4999@larkspur.example')).toMatchObject([{ organizationId: larkspur, memberId: added[4999]?.memberId }]);
  });

  it('refuses an address somebody has already, and adds nobody', async () => {
    await add(larkspur, {});
    await expect(add(larkspur, { email: 'new@larkspur.example' }, { email: 'WREN@larkspur.example' })).rejects.toMatchObject({
      code: 'member.address_taken',
      fields: [{ field: 'email' }],
    });
    expect(await house.rows(larkspur, 'select email from members where organization_id = $1', [larkspur])).toEqual([{ email: wren.email }]);
  });

  it('writes down no name and no address', async () => {
    await add(larkspur, {});
    const entries = await house.rows(larkspur, `select action, facts, target_id from audit_entries where action = 'member.added'`);
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries)).not.toMatch(/wren|foxglade|larkspur\.example/i);
  });
});

describe('the organizations of an address', () => {
  it('are found in any spelling, former members included, and vanish with the address', async () => {
    const other = await house.organization();
    const address = `quill.${larkspur}@larkspur.example`;
    const [[here], [there]] = await Promise.all([add(larkspur, { email: address.toUpperCase() }), add(other, { email: address })]);
    expect((await membershipsOf(address)).map(({ organizationId }) => organizationId).toSorted()).toEqual([larkspur, other].toSorted());
    await house.rows(larkspur, `update members set status = 'deactivated' where id = $1`, [here?.memberId]);
    expect(await membershipsOf(address)).toHaveLength(2);
    await house.rows(larkspur, `update members set status = 'de-identified', email = null, email_folded = null where id = $1`, [here?.memberId]);
    expect(await membershipsOf(address)).toMatchObject([{ organizationId: other, memberId: there?.memberId }]);
    await house.rows(other, 'delete from members where id = $1', [there?.memberId]);
    expect(await membershipsOf(address)).toEqual([]);
  });

  it('are known to nobody who asks the table itself', async () => {
    await expect(house.database.global((tx) => tx.query('select * from member_addresses'))).rejects.toThrow(/permission denied/);
  });
});

describe('what requests learn of members', () => {
  it('is their roles, how to reach them and where their site is', async () => {
    const actor = { ...(await house.person(larkspur, 'owner')).actor('owner') };
    const { id: legalEntityId } = await house
      .get(KeepLegalEntities)
      .add(actor, { name: 'Larkspur Service B.V.', country: 'NL', registrationNumber: null, postalAddress: 'Utrecht' }, newId());
    const site = {
      name: 'Utrecht',
      legalEntityId,
      country: 'NL',
      subdivision: 'NL-UT',
      contactName: 'Teal Otterbach',
      contactEmail: 'utrecht@larkspur.example',
      postalAddress: 'Leeuwerikstraat 2',
      timeZone: null,
    };
    const { id: siteId } = await house.get(KeepSites).add(actor, site, newId());
    const [member] = await add(larkspur, { siteId });
    const memberId = member?.memberId ?? '';
    const [facts, place] = await house.database.tenant(systemActor(larkspur, 'spec'), (tx) => {
      const query = house.get(MemberFactsQuery);
      return Promise.all([query.find(tx, [memberId, newId()]), query.atSiteOf(tx, memberId)]);
    });
    expect(facts).toEqual([
      {
        memberId,
        number: member?.number,
        name: 'Wren Foxglade',
        email: wren.email,
        locale: 'en',
        roles: [],
        active: true,
        place: { country: 'NL', subdivision: 'NL-UT' },
      },
    ]);
    expect(place).toEqual({
      legalEntity: 'Larkspur Service B.V.',
      contact: { memberId: null, name: 'Teal Otterbach', email: 'utrecht@larkspur.example', postalAddress: 'Leeuwerikstraat 2', languages: [] },
    });
  });

  it('is who holds a role and is active, by number', async () => {
    const owner = await house.person(larkspur, 'owner', 'auditor');
    const officer = await house.person(larkspur, 'privacy-officer');
    const gone = await house.person(larkspur, 'privacy-officer');
    await house.person(larkspur, 'helpdesk');
    await house.rows(larkspur, `update members set status = 'suspended' where id = $1`, [gone.is.memberId]);
    const holders = await house.database.tenant(systemActor(larkspur, 'spec'), (tx) => house.get(MemberFactsQuery).holding(tx, ['owner', 'privacy-officer']));
    expect(holders.map(({ memberId, roles, place }) => ({ memberId, roles, place }))).toEqual([
      { memberId: owner.is.memberId, roles: ['auditor', 'owner'], place: null },
      { memberId: officer.is.memberId, roles: ['privacy-officer'], place: null },
    ]);
  });
});

describe('the log', () => {
  it('names members by their numbers, until they are no longer known', async () => {
    const [known, gone] = await add(larkspur, { email: 'one@larkspur.example' }, { email: 'two@larkspur.example' });
    await house.rows(larkspur, `update members set status = 'de-identified', email = null, email_folded = null where id = $1`, [gone?.memberId]);
    const lines = await house.get(MemberLines).linesOf(larkspur, [known?.memberId ?? '', gone?.memberId ?? '', newId()]);
    expect([...lines]).toEqual(
      expect.arrayContaining([
        [known?.memberId, { memberNumber: 'M-10001' }],
        [gone?.memberId, { memberNumber: null }],
      ]),
    );
    expect(lines.size).toBe(2);
  });
});

describe('linking an account', () => {
  it('to a member who is not there is refused', async () => {
    await expect(house.get(LinkAccount).run(larkspur, newId(), newId())).rejects.toMatchObject({ status: 404 });
  });
});
