import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideAbilities } from '@smartpar/access/console/testing';
import type { MemberListItem } from '@smartpar/members/model';
import { Dialogs, Toasts, type Selection } from '@smartpar/platform/ui';
import { mount, type Mounted } from '@smartpar/platform/ui/testing';
import { listItem, ORGANIZATION } from '../../testing/src';
import en from '../i18n/en.json' with { type: 'json' };
import { GroupSelected } from './group-selected';

const chosen = signal<readonly MemberListItem[]>([listItem(), listItem({ id: 'member-2' })]);
// as: nothing else of a selection is asked here
const SELECTION = { chosen } as unknown as Selection<MemberListItem>;

async function open(may = true): Promise<Mounted<GroupSelected>> {
  return mount(GroupSelected, {
    texts: { members: en },
    inputs: { organizationId: ORGANIZATION, selection: SELECTION },
    providers: [provideAbilities(ORGANIZATION, may ? [{ action: 'fill', subject: 'group' }] : [])],
  });
}

async function order(page: Mounted<GroupSelected>, way: 'in' | 'out'): Promise<void> {
  jest.spyOn(TestBed.inject(Dialogs), 'open').mockResolvedValue({ groupId: 'group-1', name: 'Night shift', way });
  page.element.querySelector('button')?.click();
  await page.settle();
}

describe('those selected', () => {
  it('come into a group all at once', async () => {
    const page = await open();
    await order(page, 'in');
    const call = page.http.expectOne(`/api/organizations/${ORGANIZATION}/groups/group-1/members`);
    expect(call.request.body).toEqual({ memberIds: ['member-1', 'member-2'] });
    call.flush({});
    await page.settle();
    expect(TestBed.inject(Toasts).shown()?.text).toBe('Are now in Night shift: 2 members');
  });

  it('leave it all at once, or none of them where one is gone', async () => {
    const page = await open();
    await order(page, 'out');
    page.http
      .expectOne(`/api/organizations/${ORGANIZATION}/groups/group-1/members/removal`)
      .flush({ code: 'group.unknown_member' }, { status: 422, statusText: 'No' });
    await page.settle();
    expect(page.text()).toContain('Somebody you selected is not there any more.');
  });

  it('are left where they are by those who may not', async () => {
    expect((await open(false)).element.querySelector('button')).toBeNull();
  });
});
