import { TestBed } from '@angular/core/testing';
import { ConfirmByTyping, Toasts } from '@smartpar/platform/ui';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { provideAbilities, provideSession, roleList, sessionFacts } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import roles from '../i18n/en.json' with { type: 'json' };
import type { HeldLine } from '../answers';
import { Role } from './role';

const LINE: HeldLine = {
  id: 'assignment-1',
  member: { id: 'member-1', number: 10422, status: 'active', profile: { firstName: 'Mira', lastName: 'Moorgreen' } },
  role: 'role-1',
  roleName: 'Night watch',
  scope: { kind: 'group', id: 'group-1', name: 'Night shift' },
  since: '2026-03-02T09:00:00Z',
  by: 10001,
};
const OWNER = [
  { action: ['read', 'compose', 'change', 'retire'], subject: 'role' },
  { action: 'assign-role', subject: 'member' },
  { action: 'read', subject: 'standing-grant' },
];

async function open(role: string, rules: { action: string | string[]; subject: string }[] = OWNER): Promise<Mounted<Role>> {
  const page = await mount(Role, {
    texts: { access, roles },
    inputs: { organizationId: 'o1', role },
    providers: [provideAbilities('o1', rules), provideSession(sessionFacts())],
  });
  page.http.expectOne('/api/organizations/o1/roles').flush(roleList());
  page.http
    .expectOne(({ url, params }) => url === '/api/organizations/o1/role-assignments' && params.get('role') === role)
    .flush({ items: [LINE], next: null });
  await page.settle();
  return page;
}

describe('a role', () => {
  it('says in plain words what it permits, and who holds it where since when', async () => {
    const page = await open('role-1');
    expect(page.text()).toContain('Members See the list of members, by their numbers');
    expect(page.text()).toContain('Groups See which groups there are');
    expect(page.text()).toContain('Mira Moorgreen M-10422');
    expect(page.text()).toContain('Group: Night shift');
    expect(page.text()).toContain('given by M-10001');
    await expectAccessible(page.element);
  });

  it('from the start leads to what it may see, and is neither changed nor retired', async () => {
    const page = await open('helpdesk');
    expect(page.element.querySelector('a[href="/org/o1/settings/grants"]')).not.toBeNull();
    expect(page.text()).not.toContain('Retire');
  });

  it('is only looked at by those who may do no more', async () => {
    const page = await open('role-1', [{ action: 'read', subject: 'role' }]);
    expect(page.element.querySelectorAll('button, [actions] a')).toHaveLength(0);
  });

  it('is taken from a member, and given again by one press', async () => {
    const page = await open('role-1');
    page.element.querySelector<HTMLButtonElement>('button[aria-label="Take the role Night watch from M-10422"]')?.click();
    await page.settle();
    page.http.expectOne({ method: 'DELETE', url: '/api/organizations/o1/members/member-1/role-assignments/assignment-1' }).flush({});
    await page.settle();
    expect(TestBed.inject(Toasts).shown()?.text).toBe('M-10422 no longer holds Night watch.');
    TestBed.inject(Toasts).undo();
    await page.settle();
    const call = page.http.expectOne({ method: 'POST', url: '/api/organizations/o1/members/member-1/role-assignments' });
    expect(call.request.body).toEqual({ role: 'role-1', scope: { kind: 'group', id: 'group-1' } });
  });

  it('is not retired while somebody holds it, and says why', async () => {
    const page = await open('role-1');
    jest.spyOn(TestBed.inject(ConfirmByTyping), 'ask').mockResolvedValue(true);
    [...page.element.querySelectorAll('button')].find((button) => button.textContent.includes('Retire'))?.click();
    await page.settle();
    page.http.expectOne({ method: 'DELETE', url: '/api/organizations/o1/roles/role-1' }).flush({ code: 'role.held' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('Somebody still holds this role.');
  });

  it('that is not there says so', async () => {
    expect((await open('role-9')).text()).toContain('This role is not there');
  });
});
