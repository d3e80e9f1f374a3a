import { loadAccessTexts } from '@smartpar/access/console';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { EntryActs } from './entry-acts';

const event = (id: string, action: string, roles: readonly string[]) => ({
  id,
  at: '2026-03-04T09:30:00Z',
  actor: { kind: 'member', memberNumber: 'M-10007', roles },
  action,
  facts: {},
});

async function open(items: readonly object[]) {
  const page = await mount(EntryActs, { texts: { home: en, access: await loadAccessTexts('en') }, inputs: { organizationId: 'o1' } });
  page.http.expectOne('/api/organizations/o1/my/entry').flush({ items });
  await page.settle();
  return page;
}

describe('what was done about my entry', () => {
  it('is told with when it was and in which role', async () => {
    const page = await open([event('2', 'member.signed-out', ['helpdesk']), event('1', 'member-invitation.sent', [])]);
    expect(page.text()).toContain('You were signed out on every device');
    expect(page.text()).toContain('4 Mar 2026, 09:30, Helpdesk');
    expect(page.text()).toContain('somebody of the organization');
    await expectAccessible(page.element);
  });

  it('is said to be nothing where it was nothing', async () => {
    expect((await open([])).text()).toContain('Nobody has done anything about it');
  });
});
