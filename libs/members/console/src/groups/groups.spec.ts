import { TestBed } from '@angular/core/testing';
import { provideAbilities } from '@smartpar/access/console/testing';
import type { MemberGroup } from '@smartpar/members/model';
import { ConfirmByTyping, Toasts } from '@smartpar/platform/ui';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ORGANIZATION } from '../../testing/src';
import en from '../i18n/en.json' with { type: 'json' };
import { Groups } from './groups';

const ADDRESS = `/api/organizations/${ORGANIZATION}/groups`;
const NIGHT: MemberGroup = { id: 'group-1', name: 'Night shift', size: 3, everybody: 3, parentId: null, source: 'hand', version: 2 };
const EMPTY: MemberGroup = { id: 'group-2', name: 'Drivers', size: 0, everybody: 0, parentId: null, source: 'hand', version: 1 };
const OWNER = ['read', 'create', 'change', 'remove', 'fill'];

async function open(items: readonly MemberGroup[] = [EMPTY, NIGHT], may: string[] = OWNER): Promise<Mounted<Groups>> {
  const page = await mount(Groups, {
    texts: { members: en },
    inputs: { organizationId: ORGANIZATION },
    providers: [provideAbilities(ORGANIZATION, [{ action: may, subject: 'group' }])],
  });
  page.http.expectOne(ADDRESS).flush({ items });
  await page.settle();
  return page;
}

async function press(page: Mounted<Groups>, label: string): Promise<void> {
  page.element.querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`)?.click();
  await page.settle();
}

async function typeInto(page: Mounted<Groups>, form: string, text: string): Promise<void> {
  const field = page.element.querySelector<HTMLInputElement>(`${form} input`);
  if (field === null) throw new Error('There is no field.');
  field.value = text;
  field.dispatchEvent(new Event('input'));
  page.element.querySelector<HTMLButtonElement>(`${form} button[type=submit]`)?.click();
  await page.settle();
}

describe('the groups', () => {
  it('stand by name with how many are in each, which leads to them', async () => {
    const page = await open();
    expect(page.text()).toContain('Night shift 3 members');
    expect([...page.element.querySelectorAll('li a')].map((link) => link.getAttribute('href'))).toEqual([
      `/org/${ORGANIZATION}/members?group=group-2`,
      `/org/${ORGANIZATION}/members?group=group-1`,
    ]);
    await expectAccessible(page.element);
  });

  it('are only read by those who may do no more', async () => {
    const page = await open([NIGHT], ['read']);
    expect(page.element.querySelectorAll('li button, form')).toHaveLength(0);
  });

  it('say what to do first where there are none', async () => {
    expect((await open([])).text()).toContain('No groups yet');
  });

  it('are one more by a name; a name that is taken is said to be', async () => {
    const page = await open();
    await typeInto(page, 'form.add', 'Early shift');
    const call = page.http.expectOne({ method: 'POST', url: ADDRESS });
    expect(call.request.body).toEqual({ name: 'Early shift' });
    call.flush({ code: 'group.name_taken', errors: [{ field: 'name', code: 'taken', message: '' }] }, { status: 422, statusText: 'No' });
    await page.settle();
    expect(page.text()).toContain('There is a group with this name already.');
  });

  it('are renamed in place, on the version that was read', async () => {
    const page = await open();
    await press(page, 'Rename Night shift');
    await typeInto(page, 'sp-group-name', 'Late shift');
    const call = page.http.expectOne({ method: 'PATCH', url: `${ADDRESS}/group-1` });
    expect(call.request.body).toEqual({ name: 'Late shift', version: 2 });
    call.flush({ ...NIGHT, name: 'Late shift', version: 3 });
    await page.settle();
    page.http.expectOne({ method: 'GET', url: ADDRESS });
  });

  it('are removed at once where nobody is in them, and after a question where somebody is', async () => {
    const page = await open();
    const ask = jest.spyOn(TestBed.inject(ConfirmByTyping), 'ask').mockResolvedValue(false);
    await press(page, 'Remove Drivers');
    page.http.expectOne({ method: 'DELETE', url: `${ADDRESS}/group-2` }).flush(null);
    await page.settle();
    expect([ask.mock.calls.length, TestBed.inject(Toasts).shown()?.text]).toEqual([0, 'Drivers is removed.']);
    page.http.expectOne({ method: 'GET', url: ADDRESS }).flush({ items: [NIGHT] });
    await page.settle();
    await press(page, 'Remove Night shift');
    expect(ask).toHaveBeenCalledTimes(1);
    page.http.expectNone({ method: 'DELETE', url: `${ADDRESS}/group-1` });
  });

  it('stand below the one they are inside, which says how many are in it by them', async () => {
    const page = await open([
      { ...EMPTY, everybody: 3 },
      { ...NIGHT, parentId: 'group-2' },
    ]);
    expect(page.element.querySelector('ul ul')?.getAttribute('aria-label')).toBe('Groups inside Drivers');
    expect(page.element.querySelector('ul ul')?.textContent).toContain('Night shift');
    expect(page.text()).toContain('0 members, 3 with the groups inside');
    await expectAccessible(page.element);
  });

  it('are put inside another, and out again; what is refused is said', async () => {
    const page = await open();
    await press(page, 'Place of Night shift');
    const select = page.element.querySelector<HTMLSelectElement>('sp-group-parent select');
    expect([...(select?.options ?? [])].map(({ text }) => text)).toEqual(['No other group', 'Drivers']);
    if (select !== null) select.value = 'group-2';
    page.element.querySelector<HTMLButtonElement>('sp-group-parent button[type=submit]')?.click();
    await page.settle();
    const call = page.http.expectOne({ method: 'PUT', url: `${ADDRESS}/group-1/parent` });
    expect(call.request.body).toEqual({ parentId: 'group-2' });
    call.flush({ code: 'group.widens_own_sight', detail: '', errors: [] }, { status: 409, statusText: 'No' });
    await page.settle();
    expect(page.text()).toContain('Ask another owner to do it.');
    page.element.querySelector<HTMLButtonElement>('sp-group-parent button[type=submit]')?.click();
    await page.settle();
    page.http.expectOne({ method: 'PUT', url: `${ADDRESS}/group-1/parent` }).flush({ ...NIGHT, parentId: 'group-2' });
    await page.settle();
    page.http.expectOne({ method: 'GET', url: ADDRESS });
  });

  it('of the directory are renamed there', async () => {
    const page = await open([{ ...NIGHT, source: 'directory' }]);
    expect(page.text()).toContain('Kept by your directory');
    expect(page.element.querySelector('button[aria-label="Rename Night shift"]')).toBeNull();
  });
});
