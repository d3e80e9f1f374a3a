import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { provideAbilities, roleList } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import roles from '../i18n/en.json' with { type: 'json' };
import { RoleList } from './role-list';

async function open(may: readonly string[] = [], facts: Parameters<typeof roleList>[0] = {}): Promise<Mounted<RoleList>> {
  const page = await mount(RoleList, {
    texts: { access, roles },
    inputs: { organizationId: 'o1' },
    providers: [provideAbilities('o1', [{ action: [...may, 'read'], subject: 'role' }])],
  });
  page.http.expectOne('/api/organizations/o1/roles').flush(roleList(facts));
  await page.settle();
  return page;
}

describe('the list of roles', () => {
  it('names one’s own and those from the start, with what they are for, who holds them and how much they permit', async () => {
    const page = await open(['compose']);
    expect(page.text()).toContain('Night watch Looks after the night shift. 1 person holds it · 2 things permitted');
    expect(page.text()).toContain('Helpdesk Takes questions in');
    expect(page.text()).toContain('2 people hold it · 1 thing permitted');
    await expectAccessible(page.element);
  });

  it('leads to each role', async () => {
    const page = await open();
    expect([...page.element.querySelectorAll('h3 a')].map((link) => link.getAttribute('href'))).toEqual(['/role-1', '/owner', '/helpdesk']);
  });

  it('offers composing to owners only, and says what to do where there is no role of one’s own', async () => {
    expect((await open(['compose'])).text()).toContain('Compose a role');
  });

  it('says so where there is no role of one’s own yet', async () => {
    const page = await open([], { custom: [] });
    expect(page.text()).toContain('No roles of your own yet');
    expect(page.text()).not.toContain('Compose a role');
  });
});
