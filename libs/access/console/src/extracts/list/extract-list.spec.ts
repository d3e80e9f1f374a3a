import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { extractView, provideAbilities } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import extracts from '../i18n/en.json' with { type: 'json' };
import { ExtractList } from './extract-list';

async function open(items: readonly object[], actions = ['read', 'ask', 'decide'], address = '/org/o1/access/extracts') {
  const page = await mount(ExtractList, {
    texts: { access, extracts },
    inputs: { organizationId: 'o1' },
    address,
    providers: [provideAbilities('o1', [{ action: actions, subject: ['extract', 'extract-rules'] }])],
  });
  const call = page.http.expectOne(({ url }) => url === '/api/organizations/o1/extracts');
  call.flush({ items, next: null });
  await page.settle();
  const ways = [...page.element.querySelectorAll('sp-page-header a')].map((way) => way.textContent.trim());
  const choices = [...page.element.querySelectorAll('sp-segmented label')].map((choice) => choice.textContent.trim());
  return { page, call, ways, choices };
}

describe('the list of what was taken out', () => {
  it('says who, what, of how many and where it stands', async () => {
    const { page, call } = await open([extractView()]);
    expect(call.request.urlWithParams).toContain('show=all');
    for (const said of ['M-10407', 'Name and Work phone', '340 people', 'Waits for a second person']) expect(page.text()).toContain(said);
    await expectAccessible(page.element);
  });

  it('offers what the reader may do, and only lists there are for them', async () => {
    const everything = await open([]);
    expect([everything.ways, everything.choices]).toEqual([
      ['How many alone', 'Take data out'],
      ['Mine', 'To decide', 'All'],
    ]);
  });

  it('is only read by those who look after it', async () => {
    const { ways, choices } = await open([], ['read']);
    expect([ways, choices]).toEqual([['How many alone'], ['All']]);
  });

  it('that is empty says what would be here', async () => {
    const { page } = await open([]);
    expect(page.text()).toContain('Nobody has taken out the data of many people');
    await expectAccessible(page.element);
  });
});
