import { expectAccessible, FieldHarness, mount } from '@smartpar/platform/ui/testing';
import { provideAbilities, roleList } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import reviews from '../i18n/en.json' with { type: 'json' };
import { StartReview } from './start-review';

const SEARCH = '/api/organizations/o1/members/search';

async function open() {
  const page = await mount(StartReview, { texts: { access, reviews }, inputs: { organizationId: 'o1' }, providers: [provideAbilities('o1', [])] });
  page.http.expectOne('/api/organizations/o1/roles').flush(roleList());
  await page.settle();
  const sized = async (params: string, size: object): Promise<void> => {
    page.http.expectOne(`/api/organizations/o1/access-review-size?${params}`).flush(size);
    await page.settle();
  };
  await sized('covers=both&scope=all', { roles: 12, grants: 1 });
  const send = async (): Promise<void> => {
    page.element.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await page.settle();
  };
  const fill = async (label: string, text: string): Promise<void> => (await page.part(FieldHarness.labelled(label))).fill(text);
  const find = async (search: string, ...items: object[]): Promise<void> => {
    const call = page.http.expectOne({ method: 'POST', url: SEARCH });
    expect(call.request.body).toEqual({ search, size: 2 });
    call.flush({ items, next: null });
    await page.settle();
  };
  return { page, send, fill, find, sized };
}

describe('starting a review', () => {
  it('says first what follows, and asks for people by number', async () => {
    const { page, send } = await open();
    for (const said of ['ends by itself', 'seven days and one day before', 'call the review off']) expect(page.text()).toContain(said);
    await send();
    expect(page.text()).toContain('Name at least one member by number.');
    page.http.verify();
    await expectAccessible(page.element);
  });

  it('says before how much will be asked about, of what is ticked and where', async () => {
    const { page, sized } = await open();
    expect(page.text()).toContain('The list will have 12 roles people hold and 1 grant.');
    page.element.querySelector<HTMLInputElement>('input[value=grants]')?.click();
    await page.settle();
    await sized('covers=roles&scope=all', { roles: 12, grants: 0 });
    expect(page.text()).toContain('The list will have 12 roles people hold.');
    // a harness would wait until the server has answered
    const where = page.element.querySelector('select');
    if (where === null) throw new Error('There is no list of places.');
    where.value = 'role helpdesk';
    for (const name of ['input', 'change']) where.dispatchEvent(new Event(name, { bubbles: true }));
    await page.settle();
    await sized('covers=roles&scope=role&of=helpdesk', { roles: 0, grants: 0 });
    expect(page.text()).toContain('At this moment nobody holds anything there.');
  });

  it('names people by their ids, and leads to the review', async () => {
    const { page, send, fill, find } = await open();
    await fill('Who answers', 'M-10002');
    await fill('Who answers where they cannot', '10003');
    await send();
    await find('10002', { id: 'm2', number: 10_002 });
    await find('10003', { id: 'm3', number: 10_003 });
    const call = page.http.expectOne({ method: 'POST', url: '/api/organizations/o1/access-reviews' });
    expect(call.request.body).toMatchObject({
      covers: ['roles', 'grants'],
      scope: { kind: 'all' },
      reviewers: ['m2'],
      fallbacks: ['m3'],
      confirmers: [],
      silence: 'revokes',
    });
  });

  it('tells a number nobody has', async () => {
    const { page, send, fill, find } = await open();
    await fill('Who answers', 'M-10002');
    await fill('Who answers where they cannot', 'M-10003');
    await send();
    await find('10002');
    await find('10003', { id: 'm3', number: 10_003 });
    expect(page.text()).toContain('There is nobody with the number M-10002.');
    page.http.expectNone('/api/organizations/o1/access-reviews');
  });
});
