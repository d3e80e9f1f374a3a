import type { Rule } from '@smartpar/access/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { provideAbilities } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { WhoGrants } from './who-grants';
import { WhoGrantsHarness } from './who-grants.harness';

const CONTACT = '/api/organizations/o1/privacy-contact';
const READ: Rule = { action: 'read', subject: 'standing-grant' };
const CHANGE: Rule = { action: 'change', subject: 'standing-grant' };

async function open(...rules: Rule[]) {
  const page = await mount(WhoGrants, {
    texts: { access: en },
    inputs: { organizationId: 'o1', category: 'user.contact.phone_number.work', memberId: 'm1', about: 'M-10422' },
    providers: [provideAbilities('o1', rules)],
  });
  page.http.expectNone(CONTACT);
  const popover = await (await page.part(WhoGrantsHarness)).popover();
  void popover.toggle(); // it waits for what is asked for, which the spec answers
  await page.settle();
  return { page, said: async () => (await popover.content())?.replaceAll(/\s+/g, ' ') };
}

const link = () => document.querySelector('.sp-popover-panel a')?.getAttribute('href');

describe('who grants sight of what is hidden', () => {
  it('is an owner, who is led to where it is changed', async () => {
    const { page, said } = await open(READ, CHANGE);
    await page.settle();
    expect(await said()).toBe('Work phone is hidden from your role. An owner of this organization decides which role sees what.Change who may see what');
    expect(link()).toBe('/org/o1/settings/grants');
    await expectAccessible(document.body);
    page.http.verify();
  });

  it('can be read by those who may read it, who still have to ask an owner', async () => {
    const { page, said } = await open(READ);
    await page.settle();
    expect(await said()).toContain('Ask an owner if you need it. Read who may see what');
    expect(link()).toBe('/org/o1/settings/grants');
    page.http.verify();
  });

  it('can be asked for just this by those who may ask', async () => {
    const { page, said } = await open(READ, { action: 'ask', subject: 'grant' });
    await page.settle();
    expect(await said()).toContain('Ask for access to this');
    expect(link()).toBe('/org/o1/access/grants/ask?member=m1&number=M-10422&category=user.contact.phone_number.work');
    page.http.verify();
  });

  it('is found by way of whoever answers for privacy, for everybody else', async () => {
    const { page, said } = await open();
    page.http.expectOne(CONTACT).flush({ contact: { name: 'Mara Lindt', email: 'privacy@nordwerk.example' }, substitute: null, version: 1 });
    await page.settle();
    expect(await said()).toContain('Ask an owner if you need it. Mara Lindt can tell you who that is: privacy@nordwerk.example');
    expect(link()).toBe('mailto:privacy@nordwerk.example');
  });

  it('is said without a name where nobody answers for privacy', async () => {
    const { page, said } = await open();
    page.http.expectOne(CONTACT).flush({ contact: null, substitute: null, version: 1 });
    await page.settle();
    expect(await said()).toMatch(/Ask an owner if you need it\.$/);
    expect(link()).toBeUndefined();
  });
});
