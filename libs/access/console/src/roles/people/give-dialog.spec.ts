import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { signal } from '@angular/core';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { previewExample, provideAbilities, roleList } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import explain from '../../explain/i18n/en.json' with { type: 'json' };
import roles from '../i18n/en.json' with { type: 'json' };
import { GiveDialog, type GiveTopic } from './give-dialog';
import type { ShownRole } from '../role-words';

const ROLES: readonly ShownRole[] = roleList().custom.map(({ id, name, abilities, holders, version }) => ({
  key: id,
  name,
  sentence: '',
  abilities,
  holders,
  version,
}));
const SEARCH = '/api/organizations/o1/members/search';
const PREVIEW = '/api/organizations/o1/members/member-1/explanation/preview';
const GIVE = '/api/organizations/o1/members/member-1/role-assignments';

async function open(role = 'role-1', known = signal(ROLES)): Promise<{ page: Mounted<GiveDialog>; closed: unknown[] }> {
  const closed: unknown[] = [];
  const topic: GiveTopic = { organizationId: 'o1', roles: known, role, member: '' };
  const page = await mount(GiveDialog, {
    texts: { access, roles, explain },
    providers: [
      provideAbilities('o1', [{ action: 'read', subject: ['site', 'group'] }]),
      { provide: DIALOG_DATA, useValue: topic },
      { provide: DialogRef, useValue: { close: (answer: unknown) => closed.push(answer) } },
    ],
  });
  page.http.expectOne('/api/organizations/o1/sites').flush({ items: [{ id: 'site-1', name: 'Harbour' }] });
  page.http.expectOne('/api/organizations/o1/groups').flush({ items: [{ id: 'group-1', name: 'Night shift' }] });
  await page.settle();
  return { page, closed };
}

function fill(page: Mounted<GiveDialog>, selector: string, text: string, event: string): void {
  const field = [...page.element.querySelectorAll<HTMLInputElement | HTMLSelectElement>(selector)].at(-1);
  if (field === undefined) throw new Error(`There is no ${selector}.`);
  field.value = text;
  field.dispatchEvent(new Event(event));
}

async function give(page: Mounted<GiveDialog>): Promise<void> {
  page.element.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
  await page.settle();
}

describe('giving a role', () => {
  it('asks whom, which and where, and says what the role permits', async () => {
    const { page } = await open();
    expect(page.text()).toContain('Group: Night shift');
    expect(page.text()).toContain('See the list of members, by their numbers');
    await expectAccessible(page.element);
  });

  it('offers the roles as soon as they are read, for whoever opened it before', async () => {
    const known = signal<typeof ROLES>([]);
    const { page } = await open('', known);
    expect(page.element.querySelectorAll('select option')).toHaveLength(4);
    known.set(ROLES);
    await page.settle();
    expect(page.element.querySelectorAll('select option')).toHaveLength(4 + ROLES.length);
  });

  it('finds the member by what was typed, and gives the role there', async () => {
    const { page, closed } = await open();
    fill(page, 'input', ' m-10422 ', 'input');
    fill(page, 'select', 'group group-1', 'input');
    await give(page);
    const search = page.http.expectOne(SEARCH);
    expect(search.request.body).toEqual({ search: 'm-10422', size: 2 });
    search.flush({ items: [{ id: 'member-1', number: 10422 }], next: null });
    await page.settle();
    const call = page.http.expectOne(GIVE);
    expect(call.request.body).toEqual({ role: 'role-1', scope: { kind: 'group', id: 'group-1' } });
    call.flush({});
    await page.settle();
    expect(closed).toEqual([{ role: 'Night watch', number: 'M-10422' }]);
  });

  it('shows what giving it would make different, before it is given, and follows what is chosen', async () => {
    const { page } = await open();
    fill(page, 'input', 'm-10422', 'input');
    await page.settle();
    page.element.querySelector<HTMLButtonElement>('button.look')?.click();
    page.http.expectOne(SEARCH).flush({ items: [{ id: 'member-1', number: 10422 }], next: null });
    await page.settle();
    const call = page.http.expectOne(PREVIEW);
    expect(call.request.body).toEqual({ kind: 'give-role', role: 'role-1', scope: { kind: 'all' } });
    call.flush(previewExample());
    await page.settle();
    expect(page.text()).toContain('M-10422 could then also:');
    fill(page, 'select', 'site site-1', 'input');
    await page.settle();
    expect(page.http.expectOne(PREVIEW).request.body).toMatchObject({ scope: { kind: 'site', id: 'site-1' } });
    page.http.expectNone(GIVE);
  });

  it('says where nobody has the number', async () => {
    const { page, closed } = await open();
    fill(page, 'input', 'M-99999', 'input');
    await give(page);
    page.http.expectOne(SEARCH).flush({ items: [], next: null });
    await page.settle();
    expect(page.text()).toContain('Nobody has this number or address.');
    expect(closed).toEqual([]);
  });

  it('says beside the role why it is refused', async () => {
    const { page } = await open();
    fill(page, 'input', '10422', 'input');
    await give(page);
    page.http.expectOne(SEARCH).flush({ items: [{ id: 'member-1', number: 10422 }], next: null });
    await page.settle();
    page.http
      .expectOne(GIVE)
      .flush({ code: 'role.kept_apart', errors: [{ field: 'role', code: 'kept_apart', message: '' }] }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('This person holds a role that nobody may hold together with this one.');
  });

  it('wants a member and a role', async () => {
    const { page } = await open('');
    await give(page);
    page.http.expectNone(SEARCH);
    expect(page.text()).toContain('Type a member number.');
    expect(page.text()).toContain('Choose a role.');
  });
});
