import { Component, inject } from '@angular/core';
import { expectAccessible, mount } from '../../testing/src';
import { ConfirmByTyping } from './confirm-by-typing';
import { ConfirmDialogHarness } from './confirm-dialog.harness';

@Component({ selector: 'sp-erasing', template: '<button type="button">Erase</button>' })
class Erasing {
  readonly confirm = inject(ConfirmByTyping);
}

async function asked() {
  const page = await mount(Erasing);
  const answer = page.component.confirm.ask({
    title: 'Erase member M-10422?',
    consequences: [{ kind: 'goes', text: '214 records are deleted' }],
    phrase: 'M-10422',
    action: 'Erase',
  });
  await import('./confirm-dialog');
  await page.settle();
  return { answer, dialog: await page.part(ConfirmDialogHarness) };
}

describe('confirming by typing', () => {
  it('says what will follow and what to type', async () => {
    const { dialog } = await asked();
    const words = document.querySelector('[role=dialog]')?.textContent ?? '';
    expect(words).toContain('214 records are deleted');
    expect(words).toContain('Type M-10422 to go on');
    expect(await dialog.mayGoOn()).toBe(false);
    await expectAccessible(document.body);
  });

  it('lets nobody go on who typed something else', async () => {
    const { dialog } = await asked();
    await dialog.type('M-10423');
    expect(await dialog.mayGoOn()).toBe(false);
  });

  it('says yes once it is typed', async () => {
    const { answer, dialog } = await asked();
    await dialog.type(' M-10422 ');
    await dialog.goOn();
    expect(await answer).toBe(true);
    expect(document.querySelector('[role=dialog]')).toBeNull();
  });

  it('says no when it is left', async () => {
    const { answer, dialog } = await asked();
    await dialog.cancel();
    expect(await answer).toBe(false);
  });
});
