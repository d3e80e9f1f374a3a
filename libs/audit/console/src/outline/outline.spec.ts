import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import audit from '../i18n/en.json' with { type: 'json' };
import { LogOutline } from './outline';

const TEXTS = { audit, access: { roles: { helpdesk: { name: 'Helpdesk' } } } };

async function open(items: readonly object[]) {
  const page = await mount(LogOutline, { texts: TEXTS, inputs: { organizationId: 'o1' } });
  page.http.expectOne(({ url }) => url.startsWith('/api/organizations/o1/audit-outline')).flush({ items, next: null });
  await page.settle();
  return page;
}

describe('the log as such', () => {
  it('says what was done, when and as which role, and leads nowhere', async () => {
    const page = await open([
      { id: '1', at: '2026-03-02T09:00:00Z', actor: { kind: 'member', roles: ['helpdesk'] }, action: 'member.revealed', target: { noun: 'member' } },
      { id: '2', at: '2026-03-02T08:00:00Z', actor: { kind: 'system', roles: [] }, action: 'audit-log.trimmed', target: { noun: 'audit-log' } },
    ]);
    for (const words of ['Looked at hidden data of a member', 'Helpdesk', 'The system', '2 Mar 2026']) expect(page.text()).toContain(words);
    expect(page.element.querySelectorAll('sp-list a, sp-list button')).toHaveLength(0);
    await expectAccessible(page.element);
  });

  it('is said to be empty', async () => {
    expect((await open([])).element.querySelector('sp-empty-state')).not.toBeNull();
  });
});
