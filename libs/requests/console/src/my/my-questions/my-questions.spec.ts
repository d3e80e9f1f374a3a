import { ListHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import type { MyRequestItem } from '@smartpar/requests/model';
import { ORGANIZATION, myItem } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { MyQuestions } from './my-questions';

const ADDRESS = `/api/organizations/${ORGANIZATION}/my/requests`;

async function show(...items: MyRequestItem[]): Promise<Mounted<MyQuestions>> {
  const page = await mount(MyQuestions, { texts: { requests: en }, inputs: { organizationId: ORGANIZATION, organization: 'Nordwerk' } });
  page.http.expectOne(ADDRESS).flush({ items, next: null });
  await page.settle();
  return page;
}

describe('my questions', () => {
  it('are listed with where they stand and lead to their conversation', async () => {
    const page = await show(myItem(), myItem({ id: 'request-2', reference: 'P-2', kind: 'erasure', to: 'smartpar', state: 'answered' }));
    const list = await page.part(ListHarness);
    const [first, second] = await list.rows();
    expect(first).toMatch(/^P-7K3M-Q2 Question \| Nordwerk \| Is being worked on \| .*days left/);
    expect(second).toBe('P-2 Erase my data | SmartPAR | Answered | 6 April 2099');
    expect(await list.links()).toEqual([`/my/requests/${ORGANIZATION}/request-1`, `/my/requests/${ORGANIZATION}/request-2`]);
    await expectAccessible(page.element);
  });

  it('say what one may ask before there is one', async () => {
    const page = await show();
    expect(page.text()).toContain('You have not asked anything yet');
    await expectAccessible(page.element);
  });

  it('are read again when asked to', async () => {
    const page = await show();
    page.component.reload();
    page.http.expectOne(ADDRESS).flush({ items: [myItem()], next: null });
    await page.settle();
    expect(page.text()).toContain('P-7K3M-Q2');
  });
});
