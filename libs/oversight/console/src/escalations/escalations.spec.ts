import { membership, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import type { Escalation } from '@smartpar/oversight/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { Escalations } from './escalations';
import { EscalationsHarness } from './escalations.harness';

const old: Escalation = { organizationId: 'o1', organizationName: 'Pebble & Fern Bakery', ageInDays: 41, state: 'received' };

async function open(items: Escalation[]) {
  const staff = provideSession(sessionFacts({ memberships: [membership({ organizationId: 'w1', kind: 'workforce', roles: ['support'] })] }));
  const page = await mount(Escalations, { texts: { oversight: en }, providers: [staff] });
  page.http.expectOne('/api/organizations/w1/oversight/escalations').flush({ items, next: null });
  await page.settle();
  return page;
}

describe('unanswered questions', () => {
  it('are told by organization, age and state, each once however alike they are', async () => {
    const page = await open([old, old, { ...old, ageInDays: 33, state: 'waiting-for-person' }]);
    const list = await page.part(EscalationsHarness);
    expect(await list.rows()).toEqual([
      'Pebble & Fern Bakery | 41 days | Nobody has begun',
      'Pebble & Fern Bakery | 41 days | Nobody has begun',
      'Pebble & Fern Bakery | 33 days | Waits for the person',
    ]);
    await expectAccessible(page.element);
  });

  it('are none, when all is well', async () => {
    const page = await open([]);
    expect(page.text()).toContain('Every question has been answered in time');
    await expectAccessible(page.element);
  });
});
