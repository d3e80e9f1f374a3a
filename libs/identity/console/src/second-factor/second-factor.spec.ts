import { membership, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import type { SecondFactor as Facts } from '@smartpar/identity/model';
import { Toasts } from '@smartpar/platform/ui';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { SecondFactor } from './second-factor';
import { SecondFactorHarness } from './second-factor.harness';

const ON: Facts = { since: '2026-03-02T09:00:00Z', recoveryCodesLeft: 9, privateAddress: null, unconfirmedAddress: null };
const OFF: Facts = { ...ON, since: null, recoveryCodesLeft: 0 };

async function open(facts: Facts) {
  const session = provideSession(sessionFacts({ memberships: [membership({ factorFrom: '2026-04-01T09:00:00Z' })] }));
  const page = await mount(SecondFactor, { texts: { identity: en }, providers: [session] });
  page.http.expectOne('/api/account/second-factor').flush(facts);
  await page.settle();
  return { page, part: await page.part(SecondFactorHarness), toasts: page.fixture.debugElement.injector.get(Toasts) };
}

describe('my second factor', () => {
  it('where there is none, says what it is good for and who asks for it', async () => {
    const { page } = await open(OFF);
    expect(page.text()).toContain('still cannot sign in as you');
    expect(page.text()).toContain('Nordwerk asks its members for one.');
    await expectAccessible(page.element);
  });

  it('where there is one, says since when and how many codes are left', async () => {
    const { page } = await open(ON);
    expect(page.text()).toMatch(/on since .*2026/);
    expect(page.text()).toContain('Recovery codes left: 9.');
    await expectAccessible(page.element);
  });

  it('makes new recovery codes and shows them', async () => {
    const { page, part } = await open(ON);
    await part.press('renew');
    await page.settle();
    page.http.expectOne('/api/account/recovery-codes').flush({ recoveryCodes: ['K7QM-2XVA-90TB-JH4C'] }, { status: 201, statusText: 'Created' });
    await page.settle();
    expect(page.text()).toContain('K7QM-2XVA-90TB-JH4C');
  });

  it('is turned off after saying what follows', async () => {
    const { page, part, toasts } = await open(ON);
    await part.press('leave');
    await page.settle();
    expect(page.text()).toContain('Organizations that ask for a second factor let you in no more.');
    page.http.expectNone({ method: 'DELETE' });
    await expectAccessible(page.element);
    await part.press('off');
    await page.settle();
    page.http.expectOne({ method: 'DELETE', url: '/api/account/second-factor' }).flush(null, { status: 204, statusText: 'No Content' });
    await page.settle();
    page.http.expectOne('/api/account/second-factor').flush(OFF);
    expect(toasts.shown()?.text).toBe('Your second factor is off.');
  });

  it('can be replaced, and begins like the first', async () => {
    const { page, part } = await open(ON);
    await part.press('replace');
    await page.settle();
    expect(page.text()).toContain('A new app takes the place of the one you use now');
    expect(page.element.querySelector('sp-set-up-factor')).not.toBeNull();
  });

  it('says so when something could not be done', async () => {
    const { page, part } = await open(ON);
    await part.press('renew');
    await page.settle();
    page.http.expectOne('/api/account/recovery-codes').flush({ code: 'second-factor.none', detail: 'There is none.' }, { status: 409, statusText: 'x' });
    await page.settle();
    expect(page.text()).toContain('There is none.');
  });
});
