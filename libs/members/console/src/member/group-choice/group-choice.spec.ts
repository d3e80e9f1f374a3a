import { TestBed } from '@angular/core/testing';
import { provideAbilities } from '@smartpar/access/console/testing';
import { Toasts } from '@smartpar/platform/ui';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { memberView, ORGANIZATION } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { GroupChoice } from './group-choice';

const GROUPS = `/api/organizations/${ORGANIZATION}/groups`;

async function open(may = true): Promise<{ page: Mounted<GroupChoice>; changed: () => number }> {
  const page = await mount(GroupChoice, {
    texts: { members: en },
    inputs: { organizationId: ORGANIZATION, member: memberView({ groups: [{ id: 'group-1', name: 'Night shift', put: true }] }) },
    providers: [provideAbilities(ORGANIZATION, may ? [{ action: 'fill', subject: 'group' }] : [])],
  });
  let changed = 0;
  page.component.changed.subscribe(() => (changed += 1));
  if (may) {
    page.http.expectOne(GROUPS).flush({
      items: [
        { id: 'group-1', name: 'Night shift', size: 1, everybody: 1, parentId: null, source: 'hand', version: 1 },
        { id: 'group-2', name: 'Drivers', size: 0, everybody: 0, parentId: null, source: 'hand', version: 1 },
      ],
    });
  }
  await page.settle();
  return { page, changed: () => changed };
}

describe('the groups of a member', () => {
  it('are left by one press, and entered again by another', async () => {
    const { page, changed } = await open();
    page.element.querySelector<HTMLButtonElement>('button[aria-label="Take out of Night shift"]')?.click();
    await page.settle();
    page.http.expectOne(`${GROUPS}/group-1/members/removal`).flush({});
    await page.settle();
    expect(changed()).toBe(1);
    TestBed.inject(Toasts).undo();
    await page.settle();
    expect(page.http.expectOne(`${GROUPS}/group-1/members`).request.body).toEqual({ memberIds: ['member-1'] });
    await expectAccessible(page.element);
  });

  it('are one more by choosing among the others', async () => {
    const { page } = await open();
    expect([...page.element.querySelectorAll('option')].map((option) => option.textContent.trim())).toEqual(['Drivers']);
    [...page.element.querySelectorAll('button')].find((button) => button.textContent.includes('Put in'))?.click();
    await page.settle();
    page.http.expectOne(`${GROUPS}/group-2/members`).flush({ code: 'not_found' }, { status: 404, statusText: 'No' });
    await page.settle();
    expect(page.element.querySelector('sp-problem-note')?.textContent.trim()).not.toBe('');
  });

  it('are not offered to those who may not fill groups', async () => {
    const { page } = await open(false);
    expect([page.element.hidden, page.text()]).toEqual([true, '']);
  });
});
