import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { Session } from '@smartpar/access/console';
import { expectAccessible, mount, type Mounted, type MountOptions } from '@smartpar/platform/ui/testing';
import { signal } from '@angular/core';
import en from '../i18n/en.json' with { type: 'json' };
import { GiveCodeHarness } from '../give-code/give-code.harness';
import { SignIn } from './sign-in';
import { SignInHarness } from './sign-in.harness';

const PROBLEM = { headers: { 'content-type': 'application/problem+json' } };

async function page(options: MountOptions = {}): Promise<{ page: Mounted<SignIn>; form: SignInHarness }> {
  const mounted = await mount(SignIn, { texts: { identity: en }, providers: [provideSession(sessionFacts())], ...options });
  return { page: mounted, form: await TestbedHarnessEnvironment.harnessForFixture(mounted.fixture, SignInHarness) };
}

const entered = (locale = 'en') => ({ account: { id: 'a', email: 'ines@nordwerk.example', name: null, locale }, memberships: [], onlyIn: null });

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

describe('where a second factor is set up', () => {
  async function second(options: MountOptions = {}) {
    const opened = await page(options);
    await opened.form.type('ines@nordwerk.example', 'tidal lantern orbit');
    void opened.form.send();
    await opened.page.settle();
    opened.page.http.expectOne('/api/session').flush({ codeWantedUntil: '2026-03-02T09:05:00Z' });
    await opened.page.settle();
    return { ...opened, step: await opened.page.part(GiveCodeHarness) };
  }

  it('asks for a code, and then leads to where the person wanted', async () => {
    const { page: mounted, step } = await second({ inputs: { return: '/org/o1/inbox' } });
    await expectAccessible(mounted.element);
    await step.give('123 456');
    await mounted.settle();
    const call = mounted.http.expectOne('/api/session/code');
    expect(call.request.body).toEqual({ code: '123 456' });
    call.flush(entered());
    await mounted.settle();
    expect(mounted.router.url).toBe('/org/o1/inbox');
  });

  it('says that a code is not right, and lets try the next', async () => {
    const { page: mounted, step } = await second();
    await step.give('000000');
    await mounted.settle();
    mounted.http.expectOne('/api/session/code').flush({ code: 'second-factor.refused', detail: '' }, { status: 401, statusText: 'x', ...PROBLEM });
    await mounted.settle();
    expect(mounted.text()).toContain('Wait for the next one in your app');
    await expectAccessible(mounted.element);
  });

  it('begins again where it took too long, and says why', async () => {
    const { page: mounted, form, step } = await second();
    await step.give('123456');
    await mounted.settle();
    mounted.http.expectOne('/api/session/code').flush({ code: 'sign-in.starts_over', detail: '' }, { status: 401, statusText: 'x', ...PROBLEM });
    await mounted.settle();
    expect(mounted.text()).toContain('Too much time has passed.');
    expect(await form.typed()).toEqual({ email: 'ines@nordwerk.example', password: '' });
  });

  it('goes back to the password when the person wants to', async () => {
    const { page: mounted, form, step } = await second();
    await step.press('back');
    await mounted.settle();
    expect(await form.typed()).toEqual({ email: 'ines@nordwerk.example', password: '' });
    await expectAccessible(mounted.element);
  });

  it('offers the way in that an organization opened, which leads to proving oneself', async () => {
    const { page: mounted, step } = await second({ inputs: { return: '/my' } });
    await step.press('reset');
    await mounted.settle();
    mounted.http.expectOne('/api/session/entry-by-reset').flush({ ...entered(), onlyIn: 'o1' });
    await mounted.settle();
    expect(mounted.router.url).toBe('/my/proof');
  });

  it('says so where no organization opened one', async () => {
    const { page: mounted, step } = await second();
    await step.press('reset');
    await mounted.settle();
    mounted.http.expectOne('/api/session/entry-by-reset').flush({ code: 'second-factor.refused', detail: '' }, { status: 401, statusText: 'x', ...PROBLEM });
    await mounted.settle();
    expect(mounted.text()).toContain('No organization has let you in without your code');
  });
});
