import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { membership, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { Toasts } from '@smartpar/platform/ui';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { PasswordJudges } from '../password-meter/password-judges';
import { Account } from './account';
import { AccountHarness } from './account.harness';

const judge = jest.fn(() => ({ score: 4, fault: null, warning: null, suggestions: [] }));

const open = async () => {
  const judges = { provide: PasswordJudges, useValue: { load: () => Promise.resolve({ judge }) } };
  const session = provideSession(sessionFacts({ memberships: [membership({ organizationName: 'Nordwerk' })] }));
  const page = await mount(Account, { texts: { identity: en }, providers: [session, judges] });
  page.http.expectOne('/api/account/second-factor').flush({ since: null, recoveryCodesLeft: 0, privateAddress: null, unconfirmedAddress: null });
  await page.settle();
  return {
    page,
    form: await TestbedHarnessEnvironment.harnessForFixture(page.fixture, AccountHarness),
    toasts: page.fixture.debugElement.injector.get(Toasts),
  };
};

describe('my account', () => {
  it('says who one is, and is accessible', async () => {
    const { page } = await open();
    expect(page.text()).toContain('You sign in as ines@nordwerk.example.');
    expect(page.text()).toContain('Deutsch');
    expect(page.text()).toContain('Second factor');
    await expectAccessible(page.element);
  });

  it('changes the password, clears the fields and says what follows', async () => {
    const { page, form, toasts } = await open();
    void form.changePassword('old password', 'tidal lantern orbit');
    await page.settle();
    const call = page.http.expectOne('/api/account/password');
    expect(call.request.method).toBe('PUT');
    expect(call.request.body).toEqual({ currentPassword: 'old password', newPassword: 'tidal lantern orbit' });
    call.flush(null, { status: 204, statusText: 'No Content' });
    await page.settle();
    expect(await form.typed()).toEqual(['', '']);
    expect(toasts.shown()?.text).toContain('All other sessions were ended.');
  });

  it('says beside the field that the current password is wrong, and keeps what was typed', async () => {
    const { page, form } = await open();
    void form.changePassword('wrong', 'tidal lantern orbit');
    await page.settle();
    const fault = { field: 'currentPassword', code: 'password.wrong', message: '' };
    page.http
      .expectOne('/api/account/password')
      .flush({ status: 422, code: 'password.wrong', detail: '', errors: [fault] }, { status: 422, statusText: 'Unprocessable' });
    await page.settle();
    expect(page.text()).toContain('This is not your current password.');
    expect(await form.typed()).toEqual(['wrong', 'tidal lantern orbit']);
    await expectAccessible(page.element);
  });

  it('sends nothing half filled in', async () => {
    const { page, form } = await open();
    await form.changePassword('', '');
    await page.settle();
    page.http.expectNone('/api/account/password');
    expect(page.text()).toContain('Type a password.');
  });

  it('judges with what others know: address and organizations', async () => {
    const { page, form } = await open();
    void form.changePassword('old password', 'tidal lantern orbit');
    await page.settle();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(judge).toHaveBeenCalledWith('tidal lantern orbit', { email: 'ines@nordwerk.example', organizationNames: ['Nordwerk'] });
  });

  it('keeps another language at once, here and in the account', async () => {
    const { page, form, toasts } = await open();
    await form.pickLanguage(1);
    await page.settle();
    const call = page.http.expectOne('/api/account/preferences');
    expect(call.request.body).toEqual({ locale: 'de' });
    call.flush({ locale: 'de' });
    await page.settle();
    expect(document.documentElement.lang).toBe('de');
    expect(toasts.shown()).not.toBeNull();
  });

  it('stays in its language when the server did not keep the other', async () => {
    const { page, form } = await open();
    await form.pickLanguage(1);
    await page.settle();
    page.http.expectOne('/api/account/preferences').error(new ProgressEvent('error'));
    await page.settle();
    expect(page.text()).toContain('cannot be reached');
    expect(document.documentElement.lang).toBe('en');
  });
});
