import { ActivatedRoute } from '@angular/router';
import type { SessionFacts } from '@smartpar/access/console';
import { membership, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { Proof } from './proof';
import { ProofHarness } from './proof.harness';

async function open(facts: Partial<SessionFacts> = {}, fragment: string | null = null) {
  const limited = sessionFacts({ onlyIn: 'organization-1', memberships: [membership({ mayEnter: false })], ...facts });
  const route = { provide: ActivatedRoute, useValue: { snapshot: { fragment } } };
  const page = await mount(Proof, { texts: { identity: en }, providers: [provideSession(limited), route] });
  return { page, part: await page.part(ProofHarness) };
}

describe('proving that one is the holder', () => {
  it('says who reset what, what stays closed and every way there is', async () => {
    const { page } = await open();
    expect(page.text()).toContain('Nordwerk reset your second factor.');
    expect(page.text()).toContain('your own side stays closed');
    expect(page.text()).toContain('Write to SmartPAR at hello@smartpar.ai');
    expect(page.text()).toContain('you can still ask about your data without signing in');
    await expectAccessible(page.element);
  });

  it('by a recovery code opens the account, where a new second factor is set up', async () => {
    const { page, part } = await open();
    await part.proveBy('K7QM-2XVA-90TB-JH4C');
    await page.settle();
    const call = page.http.expectOne('/api/session/proof');
    expect(call.request.body).toEqual({ code: 'K7QM-2XVA-90TB-JH4C' });
    call.flush({});
    await page.settle();
    expect(page.router.url).toBe('/my/account');
  });

  it('says that a code is not right', async () => {
    const { page, part } = await open();
    await part.proveBy('wrong');
    await page.settle();
    page.http.expectOne('/api/session/proof').flush({ code: 'second-factor.refused', detail: '' }, { status: 401, statusText: 'x' });
    await page.settle();
    expect(page.text()).toContain('This code is not right');
    await expectAccessible(page.element);
  });

  it('says so where there is no address to mail a link to', async () => {
    const { page, part } = await open();
    await part.press('link');
    await page.settle();
    page.http.expectOne('/api/session/proof-links').flush({ code: 'private-address.none', detail: '' }, { status: 409, statusText: 'x' });
    await page.settle();
    expect(page.text()).toContain('Your account has no private address that only you can read');
    await expectAccessible(page.element);
  });

  it('mails a link to the private address', async () => {
    const { page, part } = await open();
    await part.press('link');
    await page.settle();
    page.http.expectOne('/api/session/proof-links').flush(null, { status: 202, statusText: 'Accepted' });
    await page.settle();
    expect(page.text()).toContain('A link is on its way.');
    await expectAccessible(page.element);
  });

  it('uses a link that was followed only when the button is pressed', async () => {
    const { page, part } = await open({}, 't=abc');
    page.http.expectNone('/api/session/proof-by-link');
    await part.press('here');
    await page.settle();
    const call = page.http.expectOne('/api/session/proof-by-link');
    expect(call.request.body).toEqual({ token: 'abc' });
    call.flush({ code: 'link.spent', detail: '' }, { status: 410, statusText: 'Gone' });
    await page.settle();
    expect(page.text()).toContain('This link does not work here.');
  });

  it.each([
    ['to setting up for the organization', false, '/my/second-factor?organization=organization-1&return=%2Forg%2Forganization-1'],
    ['on to the organization once that is done', true, '/org/organization-1'],
  ])('leads %s', async (_, mayEnter, address) => {
    const { page } = await open({ memberships: [membership({ mayEnter })] });
    expect([...page.element.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toContain(address);
  });

  it('has nothing to ask of whom nothing is closed to', async () => {
    const { page } = await open({ onlyIn: null });
    expect(page.text()).toContain('Everything that is yours is open to you.');
  });
});
