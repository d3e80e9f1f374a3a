import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { ConsequencePanel } from '../consequence-panel/consequence-panel';
import { DialogFrame } from '../dialog/dialog-frame';
import { Control } from '../form/control';
import { Field } from '../form/field';
import type { Irrevocable } from './irrevocable';

/** The question before an irrevocable act. */
@Component({
  selector: 'sp-confirm-dialog',
  imports: [ConsequencePanel, Control, DialogFrame, Field, MatButton, TranslocoPipe],
  templateUrl: './confirm-dialog.html',
})
export class ConfirmDialog {
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  protected readonly irrevocable = inject<Irrevocable>(DIALOG_DATA);
  protected readonly typed = signal('');
  protected readonly meant = computed(() => this.typed().trim() === this.irrevocable.phrase);

  protected confirm(event: Event): void {
    event.preventDefault();
    if (this.meant()) this.dialog.close(true);
  }
}
