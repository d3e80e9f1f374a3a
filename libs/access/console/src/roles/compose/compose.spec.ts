import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { provideAbilities, roleList } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import roles from '../i18n/en.json' with { type: 'json' };
import { Compose } from './compose';

async function open(role?: string): Promise<Mounted<Compose>> {
  const page = await mount(Compose, {
    texts: { access, roles },
    inputs: { organizationId: 'o1', role },
    providers: [provideAbilities('o1', [])],
  });
  page.http.expectOne('/api/organizations/o1/roles').flush(roleList());
  await page.settle();
  return page;
}

function type(page: Mounted<Compose>, place: number, text: string): void {
  const field = page.element.querySelectorAll<HTMLInputElement>('.sp-form input')[place];
  if (field === undefined) throw new Error(`There is no field ${place}.`);
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

const offered = (page: Mounted<Compose>): string[] => [...page.element.querySelectorAll<HTMLInputElement>('fieldset input')].map(({ value }) => value);
const tick = (page: Mounted<Compose>, ability: string): void => page.element.querySelector<HTMLInputElement>(`input[value="${ability}"]`)?.click();

async function save(page: Mounted<Compose>): Promise<void> {
  page.element.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
  await page.settle();
}

describe('composing a role', () => {
  it('offers in plain words only what the reader may do themselves', async () => {
    const page = await open();
    expect(offered(page)).toEqual(['member.list', 'member.invite', 'group.read']);
    expect(page.text()).toContain('See the list of members, by their numbers Also for a site or a group');
    await expectAccessible(page.element);
  });

  it('is searched by what is permitted and what it is about', async () => {
    const page = await open();
    type(page, 2, 'invit');
    await page.settle();
    expect(offered(page)).toEqual(['member.invite']);
    type(page, 2, 'zebra');
    await page.settle();
    expect(page.text()).toContain('Nothing matches.');
  });

  it('wants a name and at least one tick', async () => {
    const page = await open();
    type(page, 0, 'Night watch');
    await save(page);
    expect(page.text()).toContain('Tick at least one.');
    page.http.expectNone({ method: 'POST' });
    tick(page, 'member.list');
    type(page, 0, '');
    await save(page);
    page.http.expectNone({ method: 'POST' });
    await expectAccessible(page.element);
  });

  it('sends what was typed and ticked, and goes to the role', async () => {
    const page = await open();
    type(page, 0, 'Day watch');
    tick(page, 'member.list');
    tick(page, 'group.read');
    tick(page, 'member.list');
    await save(page);
    const call = page.http.expectOne({ method: 'POST', url: '/api/organizations/o1/roles' });
    expect(call.request.body).toEqual({ name: 'Day watch', sentence: null, abilities: ['group.read'] });
    call.flush({ id: 'role-2', name: 'Day watch' });
    await page.settle();
    expect(page.router.url).toBe('/org/o1/access/roles/role-2');
  });

  it('changes a role that is there, and says where somebody was first', async () => {
    const page = await open('role-1');
    expect(page.text()).toContain('2 chosen');
    tick(page, 'group.read');
    await save(page);
    const call = page.http.expectOne({ method: 'PUT', url: '/api/organizations/o1/roles/role-1' });
    expect(call.request.body).toEqual({ name: 'Night watch', sentence: 'Looks after the night shift.', abilities: ['member.list'], version: 3 });
    call.flush({ code: 'role.changed_meanwhile' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    const { custom, ...rest } = roleList();
    const theirs = custom.map((one) => ({ ...one, name: 'Late watch', version: 4 }));
    page.http.expectOne('/api/organizations/o1/roles').flush({ ...rest, custom: theirs });
    await page.settle();
    expect(page.text()).toContain('Somebody else changed this role while you were here. What you typed is still here.');
    expect(page.text()).toContain('1 chosen');
    await save(page);
    const again = page.http.expectOne({ method: 'PUT', url: '/api/organizations/o1/roles/role-1' });
    expect(again.request.body).toEqual({ ...(call.request.body as object), version: 4 });
  });
});
