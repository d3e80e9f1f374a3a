import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { expectAccessible, mount, SegmentedHarness } from '@smartpar/platform/ui/testing';
import { ORGANIZATION } from '../../testing/src';
import en from '../i18n/en.json' with { type: 'json' };
import { GroupDialog } from './group-dialog';

async function open() {
  const closed: unknown[] = [];
  const page = await mount(GroupDialog, {
    texts: { members: en },
    providers: [
      { provide: DIALOG_DATA, useValue: { organizationId: ORGANIZATION, count: 2 } },
      { provide: DialogRef, useValue: { close: (answer: unknown) => closed.push(answer) } },
    ],
  });
  page.http
    .expectOne(`/api/organizations/${ORGANIZATION}/groups`)
    .flush({ items: [{ id: 'group-1', name: 'Night shift', size: 0, everybody: 0, parentId: null, source: 'hand', version: 1 }] });
  await page.settle();
  const submit = async () => {
    page.element.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await page.settle();
  };
  return { page, closed, submit };
}

describe('the question which group', () => {
  it('wants one to be chosen', async () => {
    const { page, closed, submit } = await open();
    await submit();
    expect([page.text().includes('Choose a group.'), closed]).toEqual([true, []]);
    await expectAccessible(page.element);
  });

  it('is answered with the group and the way', async () => {
    const { page, closed, submit } = await open();
    await (await page.part(SegmentedHarness)).choose('Take out');
    const select = page.element.querySelector('select');
    if (select === null) throw new Error('There is nothing to choose from.');
    select.value = 'group-1';
    select.dispatchEvent(new Event('input'));
    await submit();
    expect(closed).toEqual([{ groupId: 'group-1', name: 'Night shift', way: 'out' }]);
  });
});
