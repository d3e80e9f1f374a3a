import { Component, inject } from '@angular/core';
import { expectAccessible, mount } from '../../testing/src';
import { Reauthentication } from './reauthentication';
import { ReauthenticationDialogHarness } from './reauthentication-dialog.harness';

@Component({ selector: 'sp-dangerous', template: '' })
class Dangerous {
  readonly reauthentication = inject(Reauthentication);
}

async function asked(how: 'by password' | 'with a second factor' = 'by password') {
  const page = await mount(Dangerous);
  page.component.reauthentication.asksForCode.set(how === 'with a second factor');
  const answers = [page.component.reauthentication.ask(), page.component.reauthentication.ask()];
  await import('./reauthentication-dialog');
  await page.settle();
  return { page, answers, dialog: await page.part(ReauthenticationDialogHarness) };
}

describe('proving oneself again', () => {
  it('asks only once, however many acts want it', async () => {
    const { answers, dialog } = await asked();
    expect(document.querySelectorAll('sp-reauthentication-dialog')).toHaveLength(1);
    await expectAccessible(document.body);
    await dialog.cancel();
    expect(await Promise.all(answers)).toEqual([false, false]);
  });

  it('goes on once the password was right', async () => {
    const { page, answers, dialog } = await asked();
    await dialog.prove('correct horse');
    await page.settle();
    const call = page.http.expectOne('/api/session/reauthentication');
    expect(call.request.body).toEqual({ password: 'correct horse' });
    call.flush(null);
    expect(await Promise.all(answers)).toEqual([true, true]);
  });

  it('asks for a code too where a second factor is set up, and says when that is wrong', async () => {
    const { page, answers, dialog } = await asked('with a second factor');
    await dialog.prove('correct horse');
    await page.settle();
    page.http.expectNone('/api/session/reauthentication');
    await dialog.prove('correct horse', '123 456');
    await page.settle();
    const fault = { field: 'code', code: 'second-factor.wrong', message: '' };
    const call = page.http.expectOne('/api/session/reauthentication');
    expect(call.request.body).toEqual({ password: 'correct horse', code: '123 456' });
    call.flush({ code: 'second-factor.wrong', detail: '', errors: [fault] }, { status: 422, statusText: 'x' });
    await page.settle();
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('This code is not right');
    await expectAccessible(document.body);
    await dialog.cancel();
    expect(await Promise.all(answers)).toEqual([false, false]);
  });

  it('says so when it was not, and lets try again', async () => {
    const { page, dialog } = await asked();
    await dialog.prove('wrong');
    await page.settle();
    page.http
      .expectOne('/api/session/reauthentication')
      .flush({ code: 'session.refused', detail: 'That password did not match.' }, { status: 401, statusText: 'x' });
    await page.settle();
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('That password did not match.');
    expect(await (await dialog.field()).value()).toBe('wrong');
  });
});
