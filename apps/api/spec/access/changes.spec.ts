import { SESSION_COOKIE } from '@smartpar/access/api';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { granted, grantsHouse } from './grants-house';
import { becomes, events, listen } from './listening';
import { hasPhone, looksAt, PHONE, triesToLook } from './need-to-know-house';

const SECURITY = { purpose: 'security', reason: { template: 'unusual-sign-in' } } as const;
const REASON = { reason: 'The case is closed by now.' };

let house: House;
let other: Awaited<ReturnType<House['another']>>;
let organizationId: string;
let owner: Person;
let officer: Person;
let helpdesk: Person;
let member: Person;

beforeAll(async () => {
  house = await grantsHouse();
  other = await house.another();
  for (const { app } of [house, other]) await app.listen(0, '127.0.0.1');
});
afterAll(async () => {
  await other.stop();
  await house.stop();
});

beforeEach(async () => {
  organizationId = await house.organization();
  [owner, officer] = [await house.person(organizationId, 'owner'), await house.person(organizationId, 'privacy-officer')];
  [helpdesk, member] = [await house.person(organizationId, 'helpdesk'), await house.person(organizationId)];
  await hasPhone(house, member, '+49 30 1234567');
});

describe('with two servers on one database', () => {
  it('a grant that is revoked at one stops working at the other within a second', async () => {
    const grantId = await granted(house, helpdesk, officer);
    await looksAt(helpdesk, member.is.memberId, SECURITY);
    const there = helpdesk.on(other.app);
    expect((await triesToLook(there, member.is.memberId, SECURITY)).status).toBe(201);
    await owner.post(`/grants/${grantId}/revocation`, REASON);
    expect(await becomes(async () => (await there.get('/abilities')).body.grants.every(({ id }: { id: string }) => id !== grantId))).toBe(true);
    expect((await triesToLook(there, member.is.memberId, SECURITY)).status).toBe(404);
  });

  it('a look under a grant that has just been revoked shows nothing, even where nobody has heard of it yet', async () => {
    const grantId = await granted(house, helpdesk, officer);
    await looksAt(helpdesk, member.is.memberId, SECURITY);
    await house.rows(organizationId, `update grants set state = 'revoked', revoked_at = decided_at where organization_id = $1 and id = $2`, [
      organizationId,
      grantId,
    ]);
    expect((await triesToLook(helpdesk, member.is.memberId, SECURITY)).status).toBe(404);
  });

  it('a list loses its values within a second as well', async () => {
    const asked = { categories: [PHONE], mode: 'shown', scope: { kind: 'members', ids: [member.is.memberId] } };
    const grantId = await granted(house, officer, owner, asked);
    const there = officer.on(other.app);
    const phone = async () => (await there.get(`/members/${member.is.memberId}`)).body.profile.phone;
    expect(await phone()).toBe('+49 30 1234567');
    await owner.post(`/grants/${grantId}/revocation`, REASON);
    expect(await becomes(async () => (await phone()) === undefined)).toBe(true);
  });

  it('whoever has lost the channel remembers nobody', async () => {
    const grantId = await granted(house, helpdesk, officer);
    const there = helpdesk.on(other.app);
    await there.get('/abilities');
    await house.database.global((tx) =>
      tx.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'smartpar listening' and datname = current_database()`),
    );
    await house.rows(organizationId, `update grants set state = 'revoked', revoked_at = decided_at where organization_id = $1 and id = $2`, [
      organizationId,
      grantId,
    ]);
    expect(await becomes(async () => (await there.get('/abilities')).body.grants.every(({ id }: { id: string }) => id !== grantId))).toBe(true);
  });
});

describe('an open page', () => {
  it('hears within a second that what it may see has changed, and nothing of anybody', async () => {
    const grantId = await granted(house, helpdesk, officer);
    const page = await listen(other.app, helpdesk);
    expect([page.status, page.type]).toEqual([200, 'text/event-stream; charset=utf-8']);
    await owner.post(`/grants/${grantId}/revocation`, REASON);
    expect(await becomes(() => events(page.heard).includes('changed'))).toBe(true);
    expect(page.heard.join('').replace(/event: changed\ndata:\n\n|retry: \d+\n\n|:\n\n/g, '')).toBe('');
    await page.stop();
  });

  it('hears nothing of another organization', async () => {
    const elsewhere = await house.organization();
    const [boss, boss2, somebody] = [await house.person(elsewhere, 'owner'), await house.person(elsewhere, 'owner'), await house.person(elsewhere, 'helpdesk')];
    const page = await listen(house.app, helpdesk);
    const theirs = await listen(house.app, boss);
    await granted(house, somebody, boss2);
    expect(await becomes(() => events(theirs.heard).length > 0)).toBe(true);
    expect(events(page.heard)).toEqual([]);
    await page.stop();
    await theirs.stop();
  });

  it('hears when a grant begins or ends by itself', async () => {
    await granted(house, helpdesk, officer, { until: house.time.now().add({ milliseconds: 300 }).toString() });
    const page = await listen(house.app, helpdesk);
    expect(await becomes(() => events(page.heard).includes('changed'))).toBe(true);
    await page.stop();
  });

  it('is let go of when its reader is nobody there any more', async () => {
    const page = await listen(other.app, helpdesk);
    await owner.post(`/members/${helpdesk.is.memberId}/suspension`, {});
    expect(await becomes(page.isOver)).toBe(true);
  });

  it.each<[string, () => ReturnType<typeof listen>, number]>([
    ['whoever is not signed in', () => listen(house.app, null, organizationId), 401],
    ['somebody of another organization', async () => listen(house.app, await house.person(await house.organization()), organizationId), 404],
  ])('is not opened for %s', async (_, open, status) => {
    expect((await open()).status).toBe(status);
  });

  it('takes the place of the oldest of its session where there are too many', async () => {
    const pages: Awaited<ReturnType<typeof listen>>[] = [];
    for (let n = 0; n < 5; n += 1) pages.push(await listen(house.app, helpdesk));
    expect(await becomes(() => pages[0]?.isOver() === true)).toBe(true);
    expect(pages.map(({ heard, isOver }) => [events(heard), isOver()])).toEqual([[['elsewhere'], true], ...Array.from({ length: 4 }, () => [[], false])]);
    for (const page of pages) await page.stop();
  });

  it('that asks for no events gets one, and nothing stays open', async () => {
    const answer = await house.app.inject({
      url: `/api/organizations/${organizationId}/changes`,
      headers: { cookie: `${SESSION_COOKIE}=${helpdesk.is.accountId}` },
    });
    expect([answer.statusCode, events([answer.body])]).toEqual([200, ['changed']]);
  });
});

it('streams end with the server', async () => {
  const third = await house.another();
  await third.app.listen(0, '127.0.0.1');
  const page = await listen(third.app, helpdesk);
  await third.stop();
  expect(await becomes(page.isOver)).toBe(true);
});
