import type { House } from '../organizations/house';
import { approves, asksFor } from './grants-house';
import { type Panel, panelIn, reviewsHouse, wishOf } from './reviews-house';

let house: House;
let panel: Panel;

beforeAll(async () => {
  house = await reviewsHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  panel = await panelIn(house, await house.organization());
});

const size = async (query: string) => (await panel.owner.get(`/access-review-size?${query}`)).body;

describe('a review that is not started yet', () => {
  it('says of how much it would ask: of as much as its list then has', async () => {
    const { organizationId } = panel.owner.is;
    const [helpdesk, officer] = [await house.person(organizationId, 'helpdesk'), await house.person(organizationId, 'privacy-officer')];
    await approves(officer, await asksFor(house, helpdesk));
    const { body: group } = await panel.owner.post('/groups', { name: 'Night' });
    const sizes = ['', 'covers=roles', 'covers=grants&scope=role&of=helpdesk', 'scope=role&of=helpdesk', `scope=group&of=${group.id}`];
    expect(await Promise.all(sizes.map(size))).toEqual([
      { roles: 3, grants: 1 },
      { roles: 3, grants: 0 },
      { roles: 0, grants: 0 },
      { roles: 1, grants: 0 },
      { roles: 0, grants: 0 },
    ]);
    expect((await panel.owner.post('/access-reviews', wishOf(house, panel))).body.counts.items).toBe(4);
  });

  it.each([
    ['which site is not said', 'scope=site', 'of'],
    ['a role is said for a group', 'scope=group&of=helpdesk', 'of'],
    ['the site is not there', 'scope=site&of=018f6b7e-0000-7000-8000-000000000000', 'scope'],
  ])('does not say of how much where %s', async (_, query, field) => {
    const { status, body } = await panel.owner.get(`/access-review-size?${query}`);
    expect([status, body.errors[0].field]).toEqual([422, field]);
  });
});
