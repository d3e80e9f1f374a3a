import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { expectAccessible, mount } from '../../testing/src';
import { DialogFrame } from './dialog-frame';
import { DialogFrameHarness } from './dialog-frame.harness';
import { Dialogs } from './dialogs';

@Component({
  selector: 'sp-question',
  imports: [DialogFrame],
  template: `
    <sp-dialog-frame [title]="about">
      <p>Everything stays.</p>
      <button actions type="button" (click)="dialog.close('no')">No</button>
      <button actions type="button" (click)="dialog.close('yes')">Yes</button>
    </sp-dialog-frame>
  `,
})
class Question {
  protected readonly about = inject<string>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<string>>(DialogRef);
}

@Component({ selector: 'sp-asking', template: '<button type="button">Ask</button>' })
class Asking {
  readonly dialogs = inject(Dialogs);
}

async function asked() {
  const page = await mount(Asking);
  page.element.querySelector('button')?.focus();
  const answer = page.component.dialogs.open<string, string>(Question, 'Leave the list?');
  await page.settle();
  return { page, answer, frame: await page.part(DialogFrameHarness) };
}

const dialog = () => document.querySelector<HTMLElement>('[role=dialog]');

describe('a dialog', () => {
  it('is named by its title, with its buttons at the end', async () => {
    const { frame } = await asked();
    expect(await frame.title()).toBe('Leave the list?');
    expect(await frame.actions()).toEqual(['No', 'Yes']);
    expect(document.getElementById(dialog()?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Leave the list?');
    expect(dialog()?.getAttribute('aria-modal')).toBe('true');
    await expectAccessible(document.body);
  });

  it('takes the focus in, and gives it back', async () => {
    const { page, answer } = await asked();
    expect(dialog()?.contains(document.activeElement)).toBe(true);
    dialog()?.querySelector<HTMLButtonElement>('.actions button')?.click();
    await answer;
    expect(document.activeElement).toBe(page.element.querySelector('button'));
  });

  it('answers what was pressed', async () => {
    const { answer } = await asked();
    dialog()?.querySelectorAll<HTMLButtonElement>('.actions button')[1]?.click();
    expect(await answer).toBe('yes');
  });

  it('answers nothing when it is left by Escape or with the page', async () => {
    const first = await asked();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true }));
    expect(await first.answer).toBeUndefined();
    const second = first.page.component.dialogs.open<string, string>(Question, 'Again?');
    await first.page.settle();
    await first.page.router.navigateByUrl('/elsewhere');
    expect(await second).toBeUndefined();
  });
});
