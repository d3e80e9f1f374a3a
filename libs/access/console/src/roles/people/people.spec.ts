import { TestBed } from '@angular/core/testing';
import { Dialogs, Toasts } from '@smartpar/platform/ui';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { provideAbilities, provideSession, roleList, sessionFacts } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import roles from '../i18n/en.json' with { type: 'json' };
import type { HeldLine } from '../answers';
import { People } from './people';

const LINES: readonly HeldLine[] = [
  {
    id: null,
    member: { id: 'member-1', number: 10001, status: 'active', profile: {} },
    role: 'owner',
    roleName: null,
    scope: { kind: 'all', id: null, name: null },
    since: '2026-03-02T09:00:00Z',
    by: null,
  },
  {
    id: 'assignment-1',
    member: { id: 'member-2', number: 10422, status: 'active', profile: { firstName: 'Mira', lastName: null } },
    role: 'helpdesk',
    roleName: null,
    scope: { kind: 'site', id: 'site-1', name: 'Harbour' },
    since: '2026-03-02T09:00:00Z',
    by: 10001,
  },
];

async function open(inputs: object = {}, address = '/org/o1/access/people'): Promise<Mounted<People>> {
  const page = await mount(People, {
    texts: { access, roles },
    inputs: { organizationId: 'o1', ...inputs },
    address,
    providers: [provideAbilities('o1', [{ action: 'assign-role', subject: 'member' }]), provideSession(sessionFacts())],
  });
  page.http.expectOne('/api/organizations/o1/roles').flush(roleList());
  page.http.expectOne(({ url }) => url === '/api/organizations/o1/role-assignments').flush({ items: LINES, next: null });
  await page.settle();
  return page;
}

describe('who holds which role', () => {
  it('stands line by line, by name where it is shown and else by number', async () => {
    const page = await open();
    expect(page.text()).toContain('M-10001');
    expect(page.text()).toContain('The whole organization');
    expect(page.text()).toContain('Mira M-10422');
    expect(page.text()).toContain('Site: Harbour');
    await expectAccessible(page.element);
  });

  it('is told anew after a role was given', async () => {
    const page = await open();
    jest.spyOn(TestBed.inject(Dialogs), 'open').mockResolvedValue({ role: 'Helpdesk', number: 'M-10422' });
    page.element.querySelector<HTMLButtonElement>('button[actions]')?.click();
    await page.settle();
    expect(TestBed.inject(Toasts).shown()?.text).toBe('M-10422 now holds Helpdesk.');
    page.http.expectOne('/api/organizations/o1/role-assignments');
  });

  it('is of one member for whoever comes from their page, and gives to that member', async () => {
    const page = await open({}, '/org/o1/access/people?member=member-1');
    const opened = jest.spyOn(TestBed.inject(Dialogs), 'open').mockResolvedValue(undefined);
    page.element.querySelector<HTMLButtonElement>('button[actions]')?.click();
    await page.settle();
    expect(opened).toHaveBeenCalledWith(expect.anything(), expect.objectContaining({ member: 'M-10001' }));
  });

  it('begins with giving a role for whoever comes from its page', async () => {
    TestBed.resetTestingModule();
    const page = await mount(People, {
      texts: { access, roles },
      inputs: { organizationId: 'o1', give: 'helpdesk' },
      providers: [provideAbilities('o1', []), provideSession(sessionFacts())],
    });
    const opened = jest.spyOn(TestBed.inject(Dialogs), 'open').mockResolvedValue(undefined);
    page.http.expectOne('/api/organizations/o1/roles').flush(roleList());
    await page.settle();
    await page.settle();
    expect(opened).toHaveBeenCalledWith(expect.anything(), expect.objectContaining({ role: 'helpdesk' }));
  });

  it('keeps a role where taking it is refused, and says why', async () => {
    const page = await open();
    page.element.querySelector<HTMLButtonElement>('button[aria-label="Take the role Owner from M-10001"]')?.click();
    await page.settle();
    page.http
      .expectOne({ method: 'DELETE', url: '/api/organizations/o1/members/member-1/roles/owner' })
      .flush({ code: 'member.last_owner' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('This is the only owner.');
  });

  it('says why where a role that was taken could not be given back', async () => {
    const page = await open();
    page.element.querySelector<HTMLButtonElement>('button[aria-label="Take the role Owner from M-10001"]')?.click();
    await page.settle();
    page.http.expectOne({ method: 'DELETE', url: '/api/organizations/o1/members/member-1/roles/owner' }).flush(null);
    await page.settle();
    for (const call of page.http.match(({ url }) => url === '/api/organizations/o1/role-assignments')) call.flush({ items: LINES.slice(1), next: null });
    await page.settle();
    TestBed.inject(Toasts).undo();
    await page.settle();
    page.http
      .expectOne({ method: 'POST', url: '/api/organizations/o1/members/member-1/role-assignments' })
      .flush({ code: 'role.kept_apart' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.element.querySelector('sp-problem-note')?.textContent.trim()).not.toBe('');
  });
});
