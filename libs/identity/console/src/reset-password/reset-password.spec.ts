import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ActivatedRoute } from '@angular/router';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { PasswordJudges } from '../password-meter/password-judges';
import { ResetPassword } from './reset-password';
import { ResetPasswordHarness } from './reset-password.harness';

const silent = { provide: PasswordJudges, useValue: { load: () => Promise.reject(new Error('not here')) } };
const OPENED = { purpose: 'reset', email: 'ines@nordwerk.example', name: 'Ines', expiresAt: '2026-03-02T09:30:00Z' };
const SPENT = { body: { status: 410, code: 'link.spent', detail: '' }, options: { status: 410, statusText: 'Gone' } };

async function open(fragment: string | null): Promise<Mounted<ResetPassword>> {
  const route = { provide: ActivatedRoute, useValue: { snapshot: { fragment } } };
  return mount(ResetPassword, { texts: { identity: en }, providers: [silent, route], address: `/reset-password${fragment === null ? '' : `#${fragment}`}` });
}

async function opened(facts: object = OPENED): Promise<{ page: Mounted<ResetPassword>; form: ResetPasswordHarness }> {
  const page = await open('t=token-1');
  page.http.expectOne('/api/password-resets/preview').flush(facts);
  await page.settle();
  return { page, form: await TestbedHarnessEnvironment.harnessForFixture(page.fixture, ResetPasswordHarness) };
}

describe('the page behind a mailed link', () => {
  it('takes the token out of the address bar and asks what it is good for', async () => {
    const page = await open('t=token-1');
    expect(page.http.expectOne('/api/password-resets/preview').request.body).toEqual({ token: 'token-1' });
    expect(globalThis.location.hash).toBe('');
  });

  it('says whose password it is, and until when', async () => {
    const { page, form } = await opened();
    expect(await form.account()).toBe('ines@nordwerk.example');
    expect(page.text()).toMatch(/This link works until 2 Mar 2026/);
    await expectAccessible(page.element);
  });

  it('welcomes whoever chooses the first one', async () => {
    const { page } = await opened({ ...OPENED, purpose: 'first-password' });
    expect(page.text()).toContain('An account was made for you.');
  });

  it('chooses the password and leads to signing in', async () => {
    const { page, form } = await opened();
    void form.choose('tidal lantern orbit');
    await page.settle();
    const call = page.http.expectOne('/api/password-resets/completion');
    expect(call.request.body).toEqual({ token: 'token-1', newPassword: 'tidal lantern orbit' });
    call.flush(null, { status: 204, statusText: 'No Content' });
    await page.settle();
    expect(page.text()).toContain('Your password is set');
    expect(await form.leadsTo()).toEqual(['/sign-in']);
    await expectAccessible(page.element);
  });

  it('says beside the field why a password is refused, and keeps it', async () => {
    const { page, form } = await opened();
    void form.choose('short');
    await page.settle();
    const fault = { field: 'newPassword', code: 'password.too_short', message: '' };
    page.http
      .expectOne('/api/password-resets/completion')
      .flush({ status: 422, code: 'password.too_short', detail: '', errors: [fault] }, { status: 422, statusText: 'Unprocessable' });
    await page.settle();
    expect(page.text()).toContain('Use at least 12 characters.');
    expect(await form.account()).toBe('ines@nordwerk.example');
  });

  it.each([
    [
      'at opening',
      async () => {
        const page = await open('t=token-1');
        page.http.expectOne('/api/password-resets/preview').flush(SPENT.body, SPENT.options);
        return page;
      },
    ],
    [
      'at choosing',
      async () => {
        const { page, form } = await opened();
        void form.choose('tidal lantern orbit');
        await page.settle();
        page.http.expectOne('/api/password-resets/completion').flush(SPENT.body, SPENT.options);
        return page;
      },
    ],
    ['because there is none', () => open(null)],
  ])('says what to do when the link does not work, %s', async (_, failing) => {
    const page = await failing();
    await page.settle();
    expect(page.text()).toContain('This link does not work');
    expect(await (await TestbedHarnessEnvironment.harnessForFixture(page.fixture, ResetPasswordHarness)).leadsTo()).toEqual(['/forgotten-password']);
    await expectAccessible(page.element);
  });

  it('offers to try again when the server cannot be reached', async () => {
    const page = await open('t=token-1');
    page.http.expectOne('/api/password-resets/preview').error(new ProgressEvent('error'));
    await page.settle();
    expect(page.text()).toContain('cannot be reached');
  });
});
