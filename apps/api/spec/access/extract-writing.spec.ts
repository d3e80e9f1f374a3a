import type { TenantTransaction } from '@smartpar/platform/database';
import type { WorkKind } from '@smartpar/platform/jobs';
import fc from 'fast-check';
import { takeMails } from '../members/members-house';
import type { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { agrees, beforeStep, bothSides, crowd, extractOf, extractsHouse, fetches, takesOut, work } from './extracts-house';
import { granted, inHours } from './grants-house';
import { PHONE, signs } from './need-to-know-house';

/** More than one step writes. */
const MANY = 260;
/** What one step writes. */
const STEP = 250;

const FOR_SUPPORT = { purpose: 'support', reason: { template: 'asked-for-help' } } as const;

let house: House;
let organizationId: string;
let owner: Person;
let officer: Person;
let people: readonly string[];

beforeAll(async () => {
  house = await extractsHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  organizationId = await house.organization();
  [owner, officer] = [await house.person(organizationId, 'owner'), await house.person(organizationId, 'privacy-officer')];
  await house.person(organizationId);
  await signs(officer);
  people = await crowd(house, organizationId, MANY);
  house.time.advance({ hours: 1 });
});

/** The officer, who may look for support by a grant alone, asks for everybody, and an owner agrees. */
async function agreed(scope: object = { kind: 'all' }): Promise<{ readonly asked: Answer; readonly grantId: string }> {
  const grantId = await granted(house, officer, owner, { categories: [PHONE], purposes: ['support'], scope });
  const asked = await takesOut(officer, FOR_SUPPORT);
  await agrees(owner, asked);
  return { asked, grantId };
}

const asMany = async () => {
  const { stored, told } = await bothSides(house, organizationId);
  expect(stored).toEqual(told);
  return stored.length;
};

describe('an extract that is being written', () => {
  it('shows how far it is, and everybody is in it once at the end', async () => {
    const { asked } = await agreed();
    const far: number[] = [];
    await work(
      house,
      beforeStep(2, async () => void far.push((await extractOf(owner, asked)).progress.stored)),
    );
    far.push((await extractOf(owner, asked)).progress.stored);
    expect(far).toEqual([STEP, MANY + 3]);
    expect(await asMany()).toBe(MANY + 3);
  });

  it('stops where the access it rests on ends in the middle, and says so; the file shows nothing any more', async () => {
    const { asked, grantId } = await agreed();
    await work(
      house,
      beforeStep(2, () => owner.post(`/grants/${grantId}/revocation`, { reason: 'The case is closed by now.' })),
    );
    expect(await extractOf(officer, asked)).toMatchObject({ standing: 'stopped', stop: 'access-ended', people: MANY + 3, progress: { stored: STEP } });
    expect(await asMany()).toBe(STEP);
    expect(await fetches(house, officer, asked)).toMatchObject({ status: 409, code: 'extract.access_ended' });
  });

  it('leaves out whom the access does not cover any more, and goes on with the others', async () => {
    const first = people.slice(0, 100);
    const wider = await granted(house, officer, owner, { categories: [PHONE], purposes: ['support'] });
    await granted(house, officer, owner, { categories: [PHONE], purposes: ['support'], scope: { kind: 'members', ids: first } });
    const asked = await takesOut(officer, FOR_SUPPORT);
    await agrees(owner, asked);
    await work(
      house,
      beforeStep(1, () => owner.post(`/grants/${wider}/revocation`, { reason: 'That was more than is needed.' })),
    );
    expect(await extractOf(officer, asked)).toMatchObject({ standing: 'ready', stop: null, progress: { stored: 100, noAccess: MANY - 97, gone: 0 } });
    expect(await asMany()).toBe(100);
  });

  it.each<[string, string, () => Promise<unknown>]>([
    ['whoever asked is suspended', 'kept-away', () => owner.post(`/members/${officer.is.memberId}/suspension`, {})],
    [
      'whoever asked is reported',
      'kept-away',
      () => owner.post('/violations', { memberId: officer.is.memberId, words: 'Looked at a neighbour without a task.' }),
    ],
    ['the role is taken away', 'access-ended', () => owner.delete(`/members/${officer.is.memberId}/roles/privacy-officer`)],
    ['another undertaking comes into force', 'unsigned', newUndertaking],
  ])('stops where %s in the middle', async (_, stop, happens) => {
    const { asked } = await agreed();
    await work(house, beforeStep(2, happens));
    expect(await extractOf(owner, asked)).toMatchObject({ standing: 'stopped', stop, progress: { stored: STEP } });
    expect(await asMany()).toBe(STEP);
  });

  it('does not begin for somebody who was suspended while it waited', async () => {
    const asked = await takesOut(officer);
    await owner.post(`/members/${officer.is.memberId}/suspension`, {});
    await agrees(owner, asked);
    await work(house);
    expect(await extractOf(owner, asked)).toMatchObject({ standing: 'stopped', stop: 'kept-away', progress: { stored: 0 } });
    expect(await asMany()).toBe(0);
  });

  it('ends where whoever asked takes it back, and leaves no file', async () => {
    const { asked } = await agreed();
    await work(
      house,
      beforeStep(2, () => officer.post(`/extracts/${asked.body.extractId}/end`, {})),
    );
    expect(await extractOf(officer, asked)).toMatchObject({ standing: 'gone', stop: 'taken-back', progress: { stored: STEP } });
    expect((await bothSides(house, organizationId)).stored).toEqual([]);
    expect((await bothSides(house, organizationId)).told).toHaveLength(STEP);
  });

  it.each<[string, string, object, (grantId: string, of: string) => Promise<unknown>]>([
    [
      'is known any more',
      'nobody-left',
      { noAccess: 0, gone: 1 },
      (_, of) => house.rows(organizationId, `update members set status = 'de-identified', email = null, email_folded = null where id = $1`, [of]),
    ],
    [
      'is covered by the access any more',
      'access-ended',
      { noAccess: 1, gone: 0 },
      (grantId) => owner.post(`/grants/${grantId}/revocation`, { reason: 'That was more than is needed.' }),
    ],
  ])('ends without a file where nobody in it %s, and says so', async (_, stop, progress, happens) => {
    const wider = await granted(house, officer, owner, { categories: [PHONE], purposes: ['support'] });
    await granted(house, officer, owner, { categories: [PHONE], purposes: ['support'], scope: { kind: 'members', ids: [people[1]] } });
    await owner.put('/extract-rules', { version: 0, aloneUpTo: 0 });
    const asked = await takesOut(officer, { ...FOR_SUPPORT, whom: { kind: 'members', ids: [people[0]] } });
    await agrees(owner, asked);
    await takeMails(house);
    await happens(wider, people[0] ?? '');
    await work(house);
    expect(await extractOf(officer, asked)).toMatchObject({ standing: 'stopped', stop, progress: { stored: 0, ...progress }, may: { fetch: false } });
    expect((await takeMails(house)).map(({ to, template }) => [to, template])).toEqual(expect.arrayContaining([[officer.is.email, 'access.extract-stopped']]));
  });

  it('passes over whoever is no known person any more', async () => {
    const { asked } = await agreed();
    await house.rows(organizationId, `update members set status = 'de-identified', email = null, email_folded = null where organization_id = $1 and id = $2`, [
      organizationId,
      people[0],
    ]);
    await work(house);
    expect((await extractOf(officer, asked)).progress).toEqual({ stored: MANY + 2, noAccess: 0, gone: 1 });
    expect(await asMany()).toBe(MANY + 2);
  });

  it('keeps when the grant was used', async () => {
    const { grantId } = await agreed();
    await work(house);
    expect((await owner.get(`/grants/${grantId}`)).body.lastUsedAt).toBe(new Date(house.time.now().epochMilliseconds).toISOString());
  });
});

async function newUndertaking(): Promise<void> {
  const text = 'I keep to myself what I see of others, and one thing more. '.repeat(5);
  expect((await owner.put('/undertaking', { version: 1, texts: { en: text } })).status).toBe(200);
}

/** A transaction that breaks at one of its statements, counted over all steps. */
const breakingAt = (which: number) => {
  let statement = 0;
  return (kind: WorkKind): WorkKind => ({
    ...kind,
    perform: (tx, due) => {
      const query: TenantTransaction['query'] = (text, values) => (++statement === which ? Promise.reject(new Broken()) : tx.query(text, values));
      return kind.perform(Object.create(tx, { query: { value: query } }) as TenantTransaction, due); // as: the same transaction but for one method
    },
  });
};

class Broken extends Error {}

const isBroken = (error: unknown): void => expect(error).toBeInstanceOf(Broken);

it('broken off between any two statements, somebody is in the file exactly where their ledger says so, and going on doubles nothing', async () => {
  await owner.put('/extract-rules', { version: 0, aloneUpTo: 0 });
  await granted(house, officer, owner, {
    categories: [PHONE],
    purposes: ['support'],
    until: inHours(house, 24 * 6),
  });
  let written = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (which) => {
      const asked = await takesOut(officer, FOR_SUPPORT);
      await agrees(owner, asked);
      await work(house, breakingAt(which), isBroken);
      const half = await asMany();
      expect([0, STEP, MANY + 3]).toContain(half - written);
      house.time.advance({ minutes: 6 });
      await work(house);
      written += MANY + 3;
      expect(await asMany()).toBe(written);
      expect(await extractOf(owner, asked)).toMatchObject({ standing: 'ready', progress: { stored: MANY + 3 } });
    }),
    { numRuns: 8 },
  );
}, 120_000);
