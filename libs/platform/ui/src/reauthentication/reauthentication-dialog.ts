import { DialogRef } from '@angular/cdk/dialog';
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

/** Asks for the password once more. */
@Component({
  selector: 'sp-reauthentication-dialog',
  imports: [Control, DialogFrame, Field, FormField, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './reauthentication-dialog.html',
})
export class ReauthenticationDialog {
  private readonly api = inject(Api);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  protected readonly form = form(signal({ password: '' }), (path) => required(path.password));
  protected readonly proof = sending(this.form, (value, act) => this.api.post('/session/reauthentication', value, act));

  protected async prove(event: Event): Promise<void> {
    event.preventDefault();
    await this.proof.send();
    if (this.proof.sent()) this.dialog.close(true);
  }
}
