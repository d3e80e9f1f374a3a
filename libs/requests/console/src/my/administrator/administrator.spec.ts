import { membership } from '@smartpar/access/console/testing';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import type { MyAdministrator } from '@smartpar/requests/model';
import { ORGANIZATION, contact } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { Administrator } from './administrator';

async function show(facts: Partial<MyAdministrator> = {}, kind: 'tenant' | 'direct-users' = 'tenant'): Promise<Mounted<Administrator>> {
  const page = await mount(Administrator, { texts: { requests: en }, inputs: { membership: membership({ kind }) } });
  page.http
    .expectOne(`/api/organizations/${ORGANIZATION}/my/administrator`)
    .flush({ organization: 'Nordwerk', legalEntity: null, contact: contact(), substitute: null, smartpar: { email: 'hello@smartpar.ai' }, ...facts });
  await page.settle();
  return page;
}

describe('who administers my account', () => {
  it('is a person with a name and ways to reach them', async () => {
    const page = await show({ legalEntity: 'Nordwerk Logistik GmbH', substitute: contact({ name: 'Jonas Weber' }) });
    expect(page.text()).toContain('Dana Reyes');
    expect(page.text()).toContain('When that person is away Jonas Weber');
    expect(page.text()).toContain('For your site this is Nordwerk Logistik GmbH');
    expect(page.text()).toContain('hello@smartpar.ai');
    await expectAccessible(page.element);
  });

  it('says what a question does where nobody is named', async () => {
    const page = await show({ contact: null });
    expect(page.text()).toContain('Nobody is named yet');
    expect(page.text()).toContain('reaches the owners');
  });

  it('is SmartPAR for those who came without an organization', async () => {
    expect((await show({}, 'direct-users')).text()).toContain('SmartPAR itself answers for your account');
  });
});
