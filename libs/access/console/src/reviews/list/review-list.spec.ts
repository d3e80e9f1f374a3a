import type { Rule } from '@smartpar/access/model';
import { expectAccessible, ListHarness, mount } from '@smartpar/platform/ui/testing';
import { provideAbilities, reviewExample } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import reviews from '../i18n/en.json' with { type: 'json' };
import { ReviewList } from './review-list';

async function open(rules: Rule[], ...items: ReturnType<typeof reviewExample>[]) {
  const page = await mount(ReviewList, { texts: { access, reviews }, inputs: { organizationId: 'o1' }, providers: [provideAbilities('o1', rules)] });
  page.http.expectOne('/api/organizations/o1/access-reviews').flush({ items, next: null });
  await page.settle();
  return page;
}

describe('the reviews', () => {
  it('say what they look at, how they stand and what waits', async () => {
    const page = await open(
      [{ action: 'read', subject: 'access-review' }],
      reviewExample(),
      reviewExample({ id: 'r2', state: 'closed', scope: { kind: 'role', name: 'helpdesk' }, covers: ['roles'], mine: { part: null, waiting: 0 } }),
    );
    const rows = await (await page.part(ListHarness)).rows();
    expect(rows[0]).toContain('Roles and Access to data');
    expect(rows[0]).toContain('1 of 3');
    expect(rows[0]).toContain('2 wait for you');
    expect(rows[1]).toContain('Role: Helpdesk');
    expect(rows[1]).toContain('Closed');
    expect(page.text()).not.toContain('Start a review');
    await expectAccessible(page.element);
  });

  it('are started by whoever may, and say what to do where there is none', async () => {
    const page = await open([{ action: ['read', 'start'], subject: 'access-review' }]);
    expect(page.element.querySelector('a[href="/org/o1/access/reviews/start"]')).not.toBeNull();
    expect(page.text()).toContain('others say who still needs access');
  });
});
