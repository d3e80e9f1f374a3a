import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import type { MemberView } from '@smartpar/members/model';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { memberView, ORGANIZATION, SHIRT } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { WorkDialog } from './work-dialog';

const ADDRESS = `/api/organizations/${ORGANIZATION}/members/member-1`;
const close = jest.fn();

async function open(facts: Partial<MemberView> = {}): Promise<Mounted<WorkDialog>> {
  close.mockClear();
  const member = memberView({
    profile: { department: 'Quay', employeeNumber: null, manager: null, country: 'DE', timeZone: null },
    attributes: [SHIRT],
    ...facts,
  });
  return mount(WorkDialog, {
    texts: { members: en },
    providers: [
      { provide: DIALOG_DATA, useValue: { organizationId: ORGANIZATION, member } },
      { provide: DialogRef, useValue: { close } },
    ],
  });
}

const field = (page: Mounted<WorkDialog>, label: string): HTMLInputElement | HTMLSelectElement => {
  const found = [...page.element.querySelectorAll('label')].find((one) => one.textContent?.includes(label));
  const control = page.element.querySelector<HTMLInputElement | HTMLSelectElement>(`#${found?.htmlFor}`);
  if (control === null) throw new Error(`There is no field ${label}.`);
  return control;
};

async function type(page: Mounted<WorkDialog>, label: string, text: string): Promise<void> {
  const control = field(page, label);
  control.value = text;
  control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? 'change' : 'input'));
  control.dispatchEvent(new Event('input'));
  await page.settle();
}

async function save(page: Mounted<WorkDialog>): Promise<void> {
  page.element.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
  await page.settle();
}

describe('correcting somebody’s work', () => {
  it('sends what was changed on the version that was read, and what the organization made up by its id', async () => {
    const page = await open();
    await expectAccessible(page.element);
    await type(page, 'Department', 'Night shift');
    await type(page, 'Shirt size', 'S');
    await save(page);
    const call = page.http.expectOne({ method: 'PATCH', url: `${ADDRESS}/profile` });
    expect(call.request.body).toEqual({ version: 3, department: 'Night shift', attributes: { [SHIRT.id]: 'S' } });
    call.flush({ memberId: 'member-1', number: 10422, status: 'active', version: 4 });
    await page.settle();
    expect(close).toHaveBeenCalledWith(true);
  });

  it('finds the manager by number, and says so where nobody has it', async () => {
    const page = await open();
    await type(page, 'Manager', 'M-10001');
    await save(page);
    const search = page.http.expectOne(`/api/organizations/${ORGANIZATION}/members/search`);
    expect(search.request.body).toEqual({ search: 'M-10001' });
    search.flush({ items: [], next: null, sight: {}, understood: 'exact' });
    await page.settle();
    expect(page.text()).toContain('Nobody here has this number.');
    await type(page, 'Manager', 'M-10002');
    await save(page);
    page.http.expectOne(`/api/organizations/${ORGANIZATION}/members/search`).flush({ items: [{ id: 'member-2' }], next: null, sight: {}, understood: 'exact' });
    await page.settle();
    expect(page.http.expectOne(`${ADDRESS}/profile`).request.body).toEqual({ version: 3, managerId: 'member-2' });
  });

  it('leaves out what the directory leads', async () => {
    const page = await open({ fields: { department: { source: 'directory', since: '2026-03-02T09:00:00Z', editors: ['directory'] } } });
    expect(page.text()).toContain('Some of it comes from your directory');
    expect(() => field(page, 'Department')).toThrow();
    expect(field(page, 'Employee number').value).toBe('');
  });

  it('saves on top of what somebody else saved meanwhile, without undoing it', async () => {
    const page = await open();
    await type(page, 'Employee number', 'N-0471');
    await save(page);
    page.http.expectOne(`${ADDRESS}/profile`).flush({ code: 'member.changed_meanwhile' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    page.http.expectOne({ method: 'GET', url: ADDRESS }).flush(memberView({ version: 4, profile: { department: 'Night shift' }, attributes: [SHIRT] }));
    await page.settle();
    expect(page.text()).toContain('Somebody else changed this member');
    await save(page);
    expect(page.http.expectOne(`${ADDRESS}/profile`).request.body).toEqual({ version: 4, employeeNumber: 'N-0471' });
  });
});
