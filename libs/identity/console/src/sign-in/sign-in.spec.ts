import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { Session } from '@smartpar/access/console';
import { expectAccessible, mount, type Mounted, type MountOptions } from '@smartpar/platform/ui/testing';
import { signal } from '@angular/core';
import en from '../i18n/en.json' with { type: 'json' };
import { SignIn } from './sign-in';
import { SignInHarness } from './sign-in.harness';

const PROBLEM = { headers: { 'content-type': 'application/problem+json' } };

async function page(options: MountOptions = {}): Promise<{ page: Mounted<SignIn>; form: SignInHarness }> {
  const mounted = await mount(SignIn, { texts: { identity: en }, providers: [provideSession(sessionFacts())], ...options });
  return { page: mounted, form: await TestbedHarnessEnvironment.harnessForFixture(mounted.fixture, SignInHarness) };
}

const entered = (locale = 'en') => ({ account: { id: 'a', email: 'ines@nordwerk.example', name: null, locale }, memberships: [] });

describe('the sign-in page', () => {
  it('sends what was typed, once, and leads to where the person wanted', async () => {
    const { page: mounted, form } = await page({ inputs: { return: '/org/o1/inbox?state=open' } });
    await form.type('ines@nordwerk.example', 'tidal lantern orbit');
    void form.send();
    await mounted.settle();
    const call = mounted.http.expectOne('/api/session');
    expect(call.request.method).toBe('POST');
    expect(call.request.body).toEqual({ email: 'ines@nordwerk.example', password: 'tidal lantern orbit', sharedComputer: false });
    call.flush(entered());
    await mounted.settle();
    expect(mounted.router.url).toBe('/org/o1/inbox?state=open');
  });

  it.each([['https://evil.example/'], ['//evil.example'], ['/\\evil.example'], [undefined]])(
    'leads to the first page where the way back is %s',
    async (back) => {
      const { page: mounted, form } = await page({ inputs: { return: back }, address: '/sign-in' });
      await form.type('ines@nordwerk.example', 'tidal lantern orbit');
      void form.send();
      await mounted.settle();
      mounted.http.expectOne('/api/session').flush(entered());
      await mounted.settle();
      expect(mounted.router.url).toBe('/');
    },
  );

  it('says that others use the computer too', async () => {
    const { page: mounted, form } = await page();
    await form.type('ines@nordwerk.example', 'tidal lantern orbit');
    await form.tickShared();
    void form.send();
    await mounted.settle();
    expect(mounted.http.expectOne('/api/session').request.body).toMatchObject({ sharedComputer: true });
  });

  it('takes up the language of the account', async () => {
    const { page: mounted, form } = await page();
    await form.type('ines@nordwerk.example', 'tidal lantern orbit');
    void form.send();
    await mounted.settle();
    mounted.http.expectOne('/api/session').flush(entered('de'));
    await mounted.settle();
    expect(document.documentElement.lang).toBe('de');
  });

  it('keeps the address and clears the password when both do not fit', async () => {
    const { page: mounted, form } = await page();
    await form.type('ines@nordwerk.example', 'wrong');
    void form.send();
    await mounted.settle();
    mounted.http.expectOne('/api/session').flush({ status: 401, code: 'sign-in.refused', detail: '' }, { status: 401, statusText: 'Unauthorized', ...PROBLEM });
    await mounted.settle();
    expect(mounted.text()).toContain('The e-mail address or the password is not right.');
    expect(await form.typed()).toEqual({ email: 'ines@nordwerk.example', password: '' });
    await expectAccessible(mounted.element);
  });

  it('says how long to wait after too many attempts', async () => {
    const { page: mounted, form } = await page();
    await form.type('ines@nordwerk.example', 'wrong');
    void form.send();
    await mounted.settle();
    const refusal = { status: 429, code: 'sign-in.throttled', detail: '' };
    mounted.http.expectOne('/api/session').flush(refusal, { status: 429, statusText: 'Too Many Requests', headers: { 'retry-after': '30' } });
    await mounted.settle();
    expect(mounted.text()).toContain('Please wait 30 seconds');
  });

  it('says so when the browser did not keep the cookie', async () => {
    const nobody = { provide: Session, useValue: { refresh: () => Promise.resolve(), signedIn: signal(false) } };
    const { page: mounted, form } = await page({ providers: [nobody], address: '/sign-in' });
    await form.type('ines@nordwerk.example', 'tidal lantern orbit');
    void form.send();
    await mounted.settle();
    mounted.http.expectOne('/api/session').flush(entered());
    await mounted.settle();
    expect(mounted.text()).toContain('Allow cookies');
    expect(mounted.router.url).toBe('/sign-in');
  });

  it('sends nothing half filled in, and says what is missing', async () => {
    const { page: mounted, form } = await page();
    await form.type('ines', '');
    await form.send();
    await mounted.settle();
    mounted.http.expectNone('/api/session');
    expect(mounted.text()).toContain('This is not an e-mail address.');
    expect(mounted.text()).toContain('Type your password.');
    await expectAccessible(mounted.element);
  });

  it('is accessible as it opens', async () => {
    const { page: mounted } = await page();
    await expectAccessible(mounted.element);
  });
});
