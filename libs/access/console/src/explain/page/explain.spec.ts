import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { explanationExample, provideAbilities, viewerExample, viewerPageExample } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import roles from '../../roles/i18n/en.json' with { type: 'json' };
import explain from '../i18n/en.json' with { type: 'json' };
import { Explain } from './explain';

const PHONE = 'user.contact.phone_number.work';

const open = (query = ''): Promise<Mounted<Explain>> =>
  mount(Explain, {
    texts: { access, roles, explain },
    inputs: { organizationId: 'o1' },
    address: `/org/o1/access/explain${query}`,
    providers: [provideAbilities('o1', [{ action: 'read', subject: 'explanation' }])],
  });

async function types(page: Mounted<Explain>, text: string): Promise<void> {
  const field = page.element.querySelector<HTMLInputElement>('input[type=search]');
  if (field === null) throw new Error('There is nowhere to type.');
  field.value = text;
  page.element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await page.settle();
}

describe('the page of who sees what', () => {
  it('asks first whom it is about', async () => {
    const page = await open();
    expect(page.text()).toContain('Say whom it is about');
    await expectAccessible(page.element);
  });

  it('finds somebody by number, and keeps nothing of what was typed in the address', async () => {
    const page = await open();
    await types(page, ' m-10422 ');
    const search = page.http.expectOne('/api/organizations/o1/members/search');
    expect(search.request.body).toEqual({ search: 'm-10422', size: 2 });
    search.flush({ items: [{ id: 'member-2' }] });
    await page.settle();
    expect(page.router.url).toContain('member=member-2');
    expect(page.router.url).not.toContain('10422');
    page.http.expectOne('/api/organizations/o1/members/member-2/explanation').flush(explanationExample());
    await page.settle();
    expect(page.text()).toContain('What they may see');
  });

  it('says where nobody has the number', async () => {
    const page = await open();
    await types(page, '99999');
    page.http.expectOne('/api/organizations/o1/members/search').flush({ items: [] });
    await page.settle();
    expect(page.text()).toContain('Nobody has this number or address.');
  });

  it('opens on what its address asks for', async () => {
    const page = await open('?of=seen&member=member-1&category=user.name');
    for (const size of [1, 25]) {
      page.http.expectOne(`/api/organizations/o1/members/member-1/viewers?category=user.name&size=${size}`).flush(viewerPageExample([viewerExample()]));
    }
    await page.settle();
    expect(page.text()).toContain('People who can see it now');
  });

  it('falls back to the phone number for a kind of data that is none', async () => {
    const page = await open('?of=seen&member=member-1&category=shoe-size');
    expect(page.http.match(({ urlWithParams }) => urlWithParams.includes(`category=${PHONE}`)).length).toBe(2);
  });
});
