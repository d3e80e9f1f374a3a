import { newId } from '@smartpar/kernel';
import type { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { belongs, explainHouse, type Places, placesOf } from './explain-house';
import { asksFor, approves, goOn, granted, inHours } from './grants-house';
import { EMAIL, NAME, PHONE, signs } from './need-to-know-house';
import { reports } from './violations-house';

/** What a helpdesk is shown something of by its role. */
const HELPDESK_SEES = [NAME, EMAIL, PHONE, 'user.workplace', 'user.location'];

let house: House;
let organizationId: string;
let owner: Person;
let officer: Person;
let auditor: Person;
let helpdesk: Person;
let member: Person;
let places: Places;
let opened: House['database']['tenant'];

beforeAll(async () => {
  house = await explainHouse();
  opened = house.database.tenant.bind(house.database);
});
afterAll(() => house.stop());

beforeEach(async () => {
  organizationId = await house.organization();
  [owner, officer] = [await house.person(organizationId, 'owner'), await house.person(organizationId, 'privacy-officer')];
  [auditor, helpdesk, member] = [
    await house.person(organizationId, 'auditor'),
    await house.person(organizationId, 'helpdesk'),
    await house.person(organizationId),
  ];
  places = await placesOf(owner);
  goOn(house, 1);
});

const explains = async (who: Person, whom: Person) => (await who.get(`/members/${whom.is.memberId}/explanation`)).body;
const viewers = (who: Person, whom: Person, query = ''): Promise<Answer> => who.get(`/members/${whom.is.memberId}/viewers?category=${PHONE}${query}`);
const previews = (who: Person, whom: Person, change: object): Promise<Answer> => who.post(`/members/${whom.is.memberId}/explanation/preview`, change);
const numbersOf = ({ body }: Answer): number[] => body.items.map(({ member: { number } }: { member: { number: number } }) => number);
const linesOf = (category: string, lines: readonly { category: string }[]) => lines.filter((line) => line.category === category);

describe('what somebody may see', () => {
  it('names the role that gives it for good, and what it is for', async () => {
    const { sees, everybody, stops, undertakingSigned, member: whom } = await explains(owner, helpdesk);
    expect(linesOf(PHONE, sees)).toEqual([
      expect.objectContaining({
        mode: 'on-reveal',
        purposes: ['sign-in-help', 'support'],
        scope: { kind: 'all', places: [] },
        until: null,
        rule: { kind: 'role', role: 'helpdesk' },
      }),
    ]);
    expect([everybody[PHONE], stops, undertakingSigned, whom.number]).toEqual(['on-reveal', [], false, helpdesk.is.number]);
  });

  it('names a grant with who allowed it, when, in which role, and until when', async () => {
    const grantId = await granted(house, member, officer, { scope: { kind: 'site', ids: [places.sites[0]] } }).catch(() => null);
    expect(grantId).toBeNull(); // a member without a role asks for nothing
    const asked = await asksFor(house, officer, { forMemberId: member.is.memberId, scope: { kind: 'site', ids: [places.sites[0]] } });
    await approves(owner, asked);
    const { sees } = await explains(auditor, member);
    expect(sees).toEqual([
      {
        category: PHONE,
        mode: 'on-reveal',
        purposes: ['security'],
        scope: { kind: 'site', places: ['Harbour'] },
        until: inHours(house, 8),
        rule: {
          kind: 'grant',
          grantId: asked.body.grantId,
          to: { kind: 'member' },
          decidedAt: house.time.now().toString().replace('Z', '.000Z'),
          decidedBy: { number: owner.is.number, roles: ['owner'] },
        },
      },
    ]);
    goOn(house, 8);
    expect((await explains(auditor, member)).sees).toEqual([]);
  });

  it('names an emergency for what it was', async () => {
    const { body } = await officer.post('/break-glasses', { ground: 'safety', categories: [PHONE], words: 'Somebody is in danger right now.' });
    const { sees } = await explains(owner, officer);
    expect(linesOf(PHONE, sees)).toContainEqual(expect.objectContaining({ rule: { kind: 'break-glass', breakGlassId: body.id } }));
  });

  it('says who has signed the undertaking, without which nothing is revealed', async () => {
    await signs(helpdesk);
    expect((await explains(owner, helpdesk)).undertakingSigned).toBe(true);
  });
});

describe('what somebody may do', () => {
  it('names each ability with every role that gives it, and spares owners where the rules do', async () => {
    const administrator = await house.person(organizationId, 'user-administrator');
    await owner.post(`/members/${administrator.is.memberId}/role-assignments`, { role: 'helpdesk', scope: { kind: 'site', id: places.sites[0] } });
    const { does } = await explains(owner, administrator);
    const line = (name: string) => does.find((one: { name: string }) => one.name === name);
    expect(line('member.suspend')).toEqual({
      name: 'member.suspend',
      exceptOwners: true,
      by: [{ role: 'user-administrator', roleName: null, scope: { kind: 'all', name: null }, deputy: false }],
    });
    expect(line('member.read').by).toHaveLength(2);
    expect(line('member.read').by[1]).toEqual({ role: 'helpdesk', roleName: null, scope: { kind: 'site', name: 'Harbour' }, deputy: false });
  });

  it('names a role of the organization’s own', async () => {
    const { body: role } = await owner.post('/roles', { name: 'Night watch', abilities: ['member.list'] });
    await owner.post(`/members/${member.is.memberId}/role-assignments`, { role: role.id, scope: { kind: 'all' } });
    const { does } = await explains(owner, member);
    expect(does.find((one: { name: string }) => one.name === 'member.list')?.by).toEqual([
      { role: role.id, roleName: 'Night watch', scope: { kind: 'all', name: null }, deputy: false },
    ]);
  });
});

describe('what keeps somebody from it', () => {
  const stopsFor = async (who: Person, whom: Person) => (await explains(who, whom)).stops;

  it('is told of a contract that is over, and of somebody suspended', async () => {
    await house.rows(organizationId, `update members set worker_type = 'contractor', worker_until = '2026-03-01' where organization_id = $1 and id = $2`, [
      organizationId,
      helpdesk.is.memberId,
    ]);
    expect(await stopsFor(auditor, helpdesk)).toEqual(['contract-ended']);
    await house.rows(organizationId, `update members set status = 'suspended' where organization_id = $1 and id = $2`, [organizationId, helpdesk.is.memberId]);
    expect(await stopsFor(auditor, helpdesk)).toEqual(['not-active', 'contract-ended']);
  });

  it('of a report only those who look into reports are told, and others are told that they would not be', async () => {
    const before = [await explains(auditor, helpdesk), (await viewers(auditor, member)).body];
    await reports(officer, helpdesk);
    const told = await explains(officer, helpdesk);
    expect([told.stops, told.reportsTold, told.sees.length]).toEqual([['reported'], true, HELPDESK_SEES.length]);
    expect([await explains(auditor, helpdesk), (await viewers(auditor, member)).body]).toEqual(before);
    expect(before[0].reportsTold).toBe(false);
    expect(numbersOf(await viewers(officer, member))).not.toContain(helpdesk.is.number);
    expect(numbersOf(await viewers(auditor, member))).toContain(helpdesk.is.number);
  });
});

describe('who may see somebody’s phone number', () => {
  it('are those who hold a role or a grant for it, by number, each with the rule', async () => {
    await belongs(house, member, places.sites[1] ?? null, []);
    const guard = await house.person(organizationId);
    await approves(owner, await asksFor(house, officer, { forMemberId: guard.is.memberId, mode: 'shown', scope: { kind: 'site', ids: [places.sites[1]] } }));
    const { body } = await viewers(auditor, member);
    expect(body.items.map(({ member: { number }, mode }: { member: { number: number }; mode: string }) => [number, mode])).toEqual([
      [owner.is.number, 'on-reveal'],
      [officer.is.number, 'on-reveal'],
      [helpdesk.is.number, 'on-reveal'],
      [guard.is.number, 'shown'],
    ]);
    expect(body.items.at(-1).why).toEqual([
      expect.objectContaining({ scope: { kind: 'site', places: ['Hill'] }, rule: expect.objectContaining({ kind: 'grant' }) }),
    ]);
    expect(body.through.map(({ role }: { role: string }) => role)).toEqual(['owner', 'user-administrator', 'privacy-officer', 'helpdesk']);
    expect(numbersOf(await viewers(auditor, owner))).not.toContain(guard.is.number);
  });

  it('come page by page, each once', async () => {
    const pages: number[][] = [];
    for (let after = ''; ;) {
      const answer = await viewers(owner, member, `&size=1${after}`);
      pages.push(numbersOf(answer));
      if (answer.body.next === null) break;
      after = `&after=${answer.body.next}`;
    }
    expect(pages).toEqual([[owner.is.number], [officer.is.number], [helpdesk.is.number]]);
  });

  it('are named only where their names are shown to whoever asks', async () => {
    const nameOf = (answer: Answer) => answer.body.items[0].member.name;
    expect(nameOf(await viewers(owner, member))).toMatch(/^Linden Ashgrove/);
    expect(nameOf(await viewers(auditor, member))).toBeNull();
  });

  it('are read from those who hold something, however many belong to the organization', async () => {
    await house.rows(
      organizationId,
      `insert into members (organization_id, id, number, status, email, email_folded, first_name, locale, created_at)
       select $1, gen_random_uuid(), 500000 + n, 'active', 'n' || n || '@many.example', 'n' || n || '@many.example', 'Ada', 'en', now() from generate_series(1, 3000) n`,
      [organizationId],
    );
    // the plan goes by what is known of the tables, which else is counted whenever the database gets to it
    await house.owner.query('analyze members');
    const statement = (await statementsBy(() => viewers(owner, member))).find(({ text }) => text.includes('from holders'));
    if (statement === undefined) throw new Error('Nobody was looked for.');
    const [plan] = await house.rows<{ 'QUERY PLAN': object }>(organizationId, `explain (analyze, format json) ${statement.text}`, statement.values);
    const read = [...JSON.stringify(plan).matchAll(/"(?:Actual Rows|Rows Removed by Filter)":(\d+)/g)].map(([, rows]) => Number(rows));
    expect(Math.max(...read)).toBeLessThan(20);
  });
});

describe('however much there is to explain', () => {
  /** How many statements something takes, by somebody who is known already. */
  const countOf = async (ask: () => Promise<Answer>): Promise<number> => {
    await ask();
    return (await statementsBy(ask)).length;
  };
  const guards = async (many: number, scope: () => object): Promise<Person> => {
    const guard = await house.person(organizationId);
    for (let nth = 0; nth < many; nth += 1) await approves(owner, await asksFor(house, officer, { forMemberId: guard.is.memberId, scope: scope() }));
    return guard;
  };

  it('those who may see somebody are found in as many statements, few or many', async () => {
    await belongs(house, member, places.sites[0] ?? null, places.groups);
    await guards(1, () => ({ kind: 'site', ids: [places.sites[0]] }));
    const few = await countOf(() => viewers(owner, member));
    await guards(2, () => ({ kind: 'site', ids: places.sites }));
    await guards(2, () => ({ kind: 'group', ids: places.groups }));
    for (const role of ['helpdesk', 'user-administrator', 'privacy-officer'] as const) await house.person(organizationId, role);
    expect(numbersOf(await viewers(owner, member))).toHaveLength(9);
    expect(await countOf(() => viewers(owner, member))).toBe(few);
  });

  it('what somebody may see is told in as many statements, by one grant or by many, each with its places', async () => {
    const one = await guards(1, () => ({ kind: 'site', ids: [places.sites[0]] }));
    const many = await guards(4, () => ({ kind: 'site', ids: places.sites }));
    for (const ids of [places.groups, places.groups.slice(1)])
      await approves(owner, await asksFor(house, officer, { forMemberId: many.is.memberId, scope: { kind: 'group', ids } }));
    const read = (whom: Person) => owner.get(`/members/${whom.is.memberId}/explanation`);
    expect([(await read(one)).body.sees.length, (await read(many)).body.sees.length]).toEqual([1, 6]);
    expect(await countOf(() => read(many))).toBe(await countOf(() => read(one)));
  });
});

/** A statement with its parameters. */
interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What the database is asked of an organization while something is done. */
async function statementsBy(ask: () => Promise<unknown>): Promise<readonly Statement[]> {
  const found: Statement[] = [];
  const listening = jest.spyOn(house.database, 'tenant').mockImplementation((actor, work) =>
    opened(actor, (tx) => {
      const query = tx.query.bind(tx);
      Object.assign(tx, {
        query: (text: string, values: readonly unknown[] = []) => {
          found.push({ text, values });
          return query(text, values);
        },
      });
      return work(tx);
    }),
  );
  await ask();
  listening.mockRestore();
  return found;
}

describe('what a change would make different', () => {
  it('is what it makes different, once it is made', async () => {
    const change = { role: 'helpdesk', scope: { kind: 'group', id: places.groups[0] } };
    const { body } = await previews(owner, member, { kind: 'give-role', ...change });
    expect(body.abilities).toEqual({ gained: expect.arrayContaining(['member.read', 'member.find']), lost: [] });
    expect(
      body.sight.gained.map(({ category, scope, nothingNew }: { category: string; scope: object; nothingNew: boolean }) => [category, scope, nothingNew]),
    ).toEqual(HELPDESK_SEES.map((category) => [category, { kind: 'group', places: ['Night'] }, false]));
    await owner.post(`/members/${member.is.memberId}/role-assignments`, change);
    const { sees, does } = await explains(owner, member);
    expect(sees).toEqual(body.sight.gained.map(({ nothingNew: _, ...line }: { nothingNew: boolean }) => line));
    expect(does.map(({ name }: { name: string }) => name)).toEqual(body.abilities.gained);
  });

  it('counts what is granted to a role, and says where a role adds nothing', async () => {
    await owner.post('/grants', {
      to: { kind: 'role', role: 'auditor' },
      categories: [PHONE],
      mode: 'on-reveal',
      purposes: ['security'],
      scope: { kind: 'all' },
      reviewAt: inHours(house, 100),
      reason: 'The yearly check of numbers.',
    });
    const given = await previews(owner, member, { kind: 'give-role', role: 'auditor', scope: { kind: 'all' } });
    expect(given.body.sight.gained).toEqual([
      expect.objectContaining({ rule: expect.objectContaining({ kind: 'grant', to: { kind: 'role', role: 'auditor' } }) }),
    ]);
    const again = await previews(owner, helpdesk, { kind: 'give-role', role: 'helpdesk', scope: { kind: 'site', id: places.sites[0] } });
    expect(again.body.sight.gained.map(({ nothingNew }: { nothingNew: boolean }) => nothingNew)).toEqual(HELPDESK_SEES.map(() => true));
    expect(again.body.abilities.gained).toEqual([]);
    const taken = await previews(owner, helpdesk, { kind: 'take-role', role: 'helpdesk', scope: { kind: 'all' } });
    expect([taken.body.sight.lost.length, taken.body.abilities.lost.includes('member.find')]).toEqual([HELPDESK_SEES.length, true]);
  });

  it('tells of a grant before it is made, and of its end before it ends', async () => {
    const terms = {
      categories: [EMAIL, PHONE],
      mode: 'shown',
      purposes: ['support'],
      scope: { kind: 'members', ids: [owner.is.memberId] },
      until: inHours(house, 4),
    };
    const { body } = await previews(owner, helpdesk, { kind: 'grant', ...terms });
    expect(body.sight.gained.map(({ category, rule }: { category: string; rule: object }) => [category, rule])).toEqual([
      [EMAIL, { kind: 'to-be' }],
      [PHONE, { kind: 'to-be' }],
    ]);
    const grantId = await granted(house, helpdesk, officer, terms);
    const ended = await previews(owner, helpdesk, { kind: 'end-grant', grantId });
    expect(ended.body.sight.lost.map(({ category }: { category: string }) => category)).toEqual([EMAIL, PHONE]);
  });

  it('keeps nothing', async () => {
    const before = await house.log(organizationId);
    await previews(owner, member, { kind: 'give-role', role: 'owner', scope: { kind: 'all' } });
    expect([await house.log(organizationId), (await explains(owner, member)).does]).toEqual([before, []]);
  });
});

describe('explanations', () => {
  it('are found by those alone who answer for who sees what, or check it', async () => {
    const administrator = await house.person(organizationId, 'user-administrator');
    const statuses = async (who: Person) => [(await who.get(`/members/${member.is.memberId}/explanation`)).status, (await viewers(who, member)).status];
    for (const who of [owner, officer, auditor]) expect(await statuses(who)).toEqual([200, 200]);
    for (const who of [administrator, helpdesk, member]) expect(await statuses(who)).toEqual([404, 404]);
  });

  it('of members of another organization, or of nobody, are not there', async () => {
    const stranger = await house.person(await house.organization(), 'owner');
    for (const path of ['explanation', `viewers?category=${PHONE}`]) {
      for (const id of [stranger.is.memberId, newId()]) expect((await owner.get(`/members/${id}/${path}`)).status).toBe(404);
    }
    expect((await previews(owner, stranger, { kind: 'give-role', role: 'auditor', scope: { kind: 'all' } })).status).toBe(404);
  });

  it('tell an administrator what a role permits, and nothing of what it sees', async () => {
    const administrator = await house.person(organizationId, 'user-administrator');
    const { body } = await previews(administrator, member, { kind: 'give-role', role: 'helpdesk', scope: { kind: 'all' } });
    expect([body.abilities.gained.includes('member.find'), body.sight]).toEqual([true, null]);
    const grant = { kind: 'grant', categories: [PHONE], mode: 'shown', purposes: ['support'], scope: { kind: 'all' }, until: inHours(house, 1) };
    expect((await previews(administrator, member, grant)).status).toBe(404);
  });
});
