import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { provideAbilities, viewerExample, viewerPageExample } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import roles from '../../roles/i18n/en.json' with { type: 'json' };
import explain from '../i18n/en.json' with { type: 'json' };
import { Viewers } from './viewers';

const PHONE = 'user.contact.phone_number.work';

async function open(...items: Parameters<typeof viewerPageExample>[0]) {
  const page = await mount(Viewers, {
    texts: { access, roles, explain },
    inputs: { organizationId: 'o1', memberId: 'member-1', category: PHONE },
    providers: [provideAbilities('o1', [])],
  });
  for (const size of [1, 25]) {
    page.http.expectOne(`/api/organizations/o1/members/member-1/viewers?category=${PHONE}&size=${size}`).flush(viewerPageExample(items));
  }
  await page.settle();
  return page;
}

describe('who can see somebody’s data', () => {
  it('are roles, and each person with the rule; the way from a person leads to what they see', async () => {
    const page = await open(viewerExample(), viewerExample({ member: { id: 'member-3', number: 10423, name: 'Ada' }, undertakingSigned: false }));
    expect(page.text()).toContain('Helpdesk: Hidden, can be revealed, for: Helping somebody use the app.');
    expect(page.text()).toContain('By the role Helpdesk, for as long as they hold it.');
    expect(page.text()).toContain('Not before they sign the promise');
    expect(page.element.querySelector('sp-list a')?.getAttribute('href')).toContain('of=sees&member=member-2');
    await expectAccessible(page.element);
  });

  it('are nobody where no rule lets anybody', async () => {
    expect((await open()).text()).toContain('Nobody can see it');
  });

  it('are asked for anew when another kind of data is chosen', async () => {
    const page = await open(viewerExample());
    const [name] = page.element.querySelectorAll<HTMLInputElement>('input[type=radio]');
    name?.click();
    await page.settle();
    expect(page.http.match(({ urlWithParams }) => urlWithParams.includes('category=user.name')).length).toBe(2);
  });
});
