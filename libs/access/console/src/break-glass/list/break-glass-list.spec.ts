import { expectAccessible, ListHarness, mount } from '@smartpar/platform/ui/testing';
import { breakGlassExample, provideAbilities } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import breakGlass from '../i18n/en.json' with { type: 'json' };
import { BreakGlassList } from './break-glass-list';

async function open(actions: string[], ...items: object[]) {
  const page = await mount(BreakGlassList, {
    texts: { access, breakGlass },
    inputs: { organizationId: 'o1' },
    providers: [provideAbilities('o1', [{ action: actions, subject: 'break-glass' }])],
  });
  page.http.expectOne('/api/organizations/o1/break-glasses').flush({ items, next: null });
  await page.settle();
  return page;
}

describe('emergencies', () => {
  it('are listed by who, what happened and where the review stands', async () => {
    const found = { outcome: 'not-justified', words: 'There was time to ask.', at: '2026-03-03T09:00:00Z' } as const;
    const page = await open(
      ['read', 'break'],
      breakGlassExample({ running: true }),
      breakGlassExample({ id: 'b2', overdue: true }),
      breakGlassExample({ id: 'b3', ground: 'running-breach', review: found, looks: 4 }),
      breakGlassExample({ id: 'b4' }),
    );
    const rows = await (await page.part(ListHarness)).rows();
    expect(rows.map((row) => row.split(' | ')[2])).toEqual(['Running', 'Review is overdue', 'Was not justified', 'Waits for a review']);
    expect(rows[2]).toMatch(/^M-10007 \| Data is being lost right now/);
    expect(page.element.querySelector('a[href="/org/o1/access/break-glass/now"]')).not.toBeNull();
    await expectAccessible(page.element);
  });

  it('are none, when nobody had to', async () => {
    const page = await open(['read']);
    expect(page.text()).toContain('Nobody had to look without asking');
    expect(page.element.querySelector('a[href$="now"]')).toBeNull();
  });
});
