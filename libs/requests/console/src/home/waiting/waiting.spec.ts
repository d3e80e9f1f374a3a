import { ClockChipHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import type { RequestListItem } from '@smartpar/requests/model';
import { ORGANIZATION, listItem } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { Waiting } from './waiting';

const ADDRESS = `/api/organizations/${ORGANIZATION}/requests?state=open&order=due&size=8`;

async function show(items: RequestListItem[], next: string | null = null): Promise<Mounted<Waiting>> {
  const page = await mount(Waiting, { texts: { requests: en }, inputs: { organizationId: ORGANIZATION } });
  page.http.expectOne(ADDRESS).flush({ items, next });
  await page.settle();
  return page;
}

describe('what waits', () => {
  it('is listed with its clock and leads to the request', async () => {
    const page = await show([listItem({ kind: 'erasure' })]);
    expect(page.text()).toContain('Erasure P-7K3M-Q2 In progress');
    expect(page.element.querySelector('li a')?.getAttribute('href')).toBe(`/org/${ORGANIZATION}/inbox/request-1`);
    expect(await (await page.part(ClockChipHarness)).says()).toContain('days left');
    expect(page.text()).not.toContain('late');
    await expectAccessible(page.element);
  });

  it.each([
    [[listItem({ overdue: true }), listItem({ id: '2' })], null, '1 question is late'],
    [[listItem({ overdue: true }), listItem({ id: '2', overdue: true })], null, '2 questions are late'],
    [[listItem({ overdue: true }), listItem({ id: '2', overdue: true })], 'more', 'Many questions are late'],
  ])('says what is late', async (items, next, words) => {
    expect((await show(items, next)).text()).toContain(words);
  });

  it('shows a clock that stands still as such', async () => {
    const page = await show([listItem({ paused: true })]);
    expect(await (await page.part(ClockChipHarness)).says()).toContain('Paused');
  });

  it('says so when nothing waits, and leads to the inbox', async () => {
    const page = await show([]);
    expect(page.text()).toContain('Nothing waits for you');
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe(`/org/${ORGANIZATION}/inbox`);
    await expectAccessible(page.element);
  });
});
