import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api } from '../api/api';
import { DialogFrame } from '../dialog/dialog-frame';
import { Control } from '../form/control';
import { Field } from '../form/field';
import { sending } from '../form/sending';
import { ProblemNote } from '../problem/problem-note';

/** What is asked for. */
export interface ProofAsked {
  /** a code beside the password */
  readonly code: boolean;
}

/** Asks for the password once more, and for a code where a second factor is set up. */
@Component({
  selector: 'sp-reauthentication-dialog',
  imports: [Control, DialogFrame, Field, FormField, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './reauthentication-dialog.html',
})
export class ReauthenticationDialog {
  private readonly api = inject(Api);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  protected readonly codeFaults = { required: 'ui.reauthentication.codeMissing', 'second-factor.wrong': 'ui.reauthentication.codeWrong' };
  protected readonly asked = inject<ProofAsked>(DIALOG_DATA);
  protected readonly form = form(signal({ password: '', code: '' }), (path) => {
    required(path.password);
    required(path.code, { when: () => this.asked.code });
  });
  protected readonly proof = sending(this.form, ({ password, code }, act) =>
    this.api.post('/session/reauthentication', this.asked.code ? { password, code } : { password }, act),
  );

  protected async prove(event: Event): Promise<void> {
    event.preventDefault();
    await this.proof.send();
    if (this.proof.sent()) this.dialog.close(true);
  }
}
