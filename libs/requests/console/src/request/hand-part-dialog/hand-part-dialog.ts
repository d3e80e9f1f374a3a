import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, Control, DialogFrame, Field, Language, ProblemNote, Toasts, draftOf, sending } from '@smartpar/platform/ui';
import { handOverPart, type RequestAct } from '@smartpar/requests/model';

/** Which request a part is handed over from. */
export interface HandPartTopic {
  readonly organizationId: string;
  readonly requestId: string;
}

/** Hands to SmartPAR the part that asks about data SmartPAR controls. Closes with `true` when that was done. */
@Component({
  selector: 'sp-hand-part-dialog',
  imports: [Control, DialogFrame, Field, FormField, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './hand-part-dialog.html',
})
export class HandPartDialog {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly topic = inject<HandPartTopic>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);

  private readonly draft = draftOf(`part:${this.topic.requestId}`, { text: '' });
  protected readonly form = form(this.draft.model, (path) => validateStandardSchema(path, handOverPart));
  protected readonly handover = sending(this.form, (value, act) =>
    this.api.post<RequestAct>(`/organizations/${this.topic.organizationId}/requests/${this.topic.requestId}/parts`, value, act),
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if ((await this.handover.send()) === undefined) return;
    this.draft.clear();
    this.toasts.show(this.language.say('requests.request.done.handed'));
    this.dialog.close(true);
  }
}
