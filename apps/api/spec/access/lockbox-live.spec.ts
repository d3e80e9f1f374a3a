import type { Person } from '../organizations/person';
import { becomes, events, listen } from './listening';
import { LockboxHouse } from './lockbox-house';

let houses: LockboxHouse;
let organizationId: string;
let owner: Person;
let officer: Person;
let member: Person;

beforeAll(async () => {
  houses = await LockboxHouse.start();
  await houses.house.app.listen(0, '127.0.0.1');
});
afterAll(() => houses.stop());

beforeEach(async () => {
  ({ organizationId, owner, officer, member } = await houses.tenant());
});

describe('an open page about lockboxes', () => {
  it('hears within a second of what is asked, decided, looked at and ended', async () => {
    const page = await listen(houses.house.app, owner);
    const hears = (times: number): Promise<boolean> => becomes(() => events(page.heard).filter((name) => name === 'lockbox').length >= times);
    const { body } = await houses.asks(organizationId);
    expect(await hears(1)).toBe(true);
    await officer.post(`/lockboxes/${body.id}/decision`, { outcome: 'approved' });
    expect(await hears(2)).toBe(true);
    await houses.looks(body.id, member.is.memberId);
    expect(await hears(3)).toBe(true);
    await houses.staff.post(`/oversight/lockboxes/${body.id}/end`, {});
    expect(await hears(4)).toBe(true);
    // nobody holds anything else for it, so that nothing else is read again
    expect(events(page.heard)).not.toContain('changed');
    await page.stop();
  });

  it('hears as one of the staff of what becomes of their own, and of no others', async () => {
    const [page, other] = [await listen(houses.house.app, houses.staff), await listen(houses.house.app, houses.colleague)];
    const hears = (times: number): Promise<boolean> => becomes(() => events(page.heard).filter((name) => name === 'lockbox').length >= times);
    const { body } = await houses.asks(organizationId);
    expect(await hears(1)).toBe(true);
    await officer.post(`/lockboxes/${body.id}/decision`, { outcome: 'approved' });
    expect(await hears(2)).toBe(true);
    await owner.post(`/lockboxes/${body.id}/invalidation`, {});
    expect(await hears(3)).toBe(true);
    expect([events(page.heard).includes('changed'), events(other.heard)]).toEqual([false, []]);
    for (const one of [page, other]) await one.stop();
  });

  it('is told nothing where its reader may not read about lockboxes, or is of another organization', async () => {
    const stranger = await houses.house.person(await houses.house.organization(), 'owner');
    const pages = [await listen(houses.house.app, member), await listen(houses.house.app, stranger)];
    const reader = await listen(houses.house.app, officer);
    await houses.asks(organizationId);
    expect(await becomes(() => events(reader.heard).includes('lockbox'))).toBe(true);
    expect(pages.map(({ heard }) => events(heard))).toEqual([[], []]);
    for (const page of [...pages, reader]) await page.stop();
  });
});
