import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { ForgottenPassword } from './forgotten-password';
import { ForgottenPasswordHarness } from './forgotten-password.harness';

const open = async () => {
  const page = await mount(ForgottenPassword, { texts: { identity: en } });
  return { page, form: await TestbedHarnessEnvironment.harnessForFixture(page.fixture, ForgottenPasswordHarness) };
};

describe('the page for forgotten passwords', () => {
  it('asks for a link and promises nothing about the account', async () => {
    const { page, form } = await open();
    void form.ask('ines@nordwerk.example');
    await page.settle();
    const call = page.http.expectOne('/api/password-resets');
    expect(call.request.body).toEqual({ email: 'ines@nordwerk.example' });
    call.flush(null, { status: 202, statusText: 'Accepted' });
    await page.settle();
    expect(page.text()).toContain('If there is an account for ines@nordwerk.example');
    await expectAccessible(page.element);
  });

  it('leads back to the form, with the address still there', async () => {
    const { page, form } = await open();
    void form.ask('ines@nordwerk.example');
    await page.settle();
    page.http.expectOne('/api/password-resets').flush(null, { status: 202, statusText: 'Accepted' });
    await page.settle();
    await form.askAgain();
    await page.settle();
    expect(await form.typed()).toBe('ines@nordwerk.example');
  });

  it('sends nothing that is no address', async () => {
    const { page, form } = await open();
    await form.ask('ines');
    await page.settle();
    page.http.expectNone('/api/password-resets');
    expect(page.text()).toContain('This is not an e-mail address.');
    await expectAccessible(page.element);
  });

  it('says so when the server cannot be reached, and keeps what was typed', async () => {
    const { page, form } = await open();
    void form.ask('ines@nordwerk.example');
    await page.settle();
    page.http.expectOne('/api/password-resets').error(new ProgressEvent('error'));
    await page.settle();
    expect(page.text()).toContain('cannot be reached');
    expect(await form.typed()).toBe('ines@nordwerk.example');
  });
});
