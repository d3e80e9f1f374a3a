import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { DELAY_WORDS, LEDGER_DELAY_GROUNDS, type CitedLook, type LedgerDelayView } from '@smartpar/access/model';
import { Api, Control, DialogFrame, Field, ProblemNote, sending } from '@smartpar/platform/ui';
import * as z from 'zod';
import { ViolationWords } from '../../violations/violation-words';

/** Which look is to be told later. */
export interface HoldBackTopic {
  readonly organizationId: string;
  readonly look: CitedLook;
}

/** What is typed. */
const typedDelay = z.object({ ground: z.string().min(1), words: z.string().trim().min(DELAY_WORDS.min).max(DELAY_WORDS.max) });

/** Asks that a look is told later, on a ground of the law. Closes with what waits for a second person. */
@Component({
  selector: 'sp-hold-back-dialog',
  imports: [Control, DialogFrame, Field, FormField, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './hold-back-dialog.html',
})
export class HoldBackDialog {
  private readonly api = inject(Api);
  protected readonly topic = inject<HoldBackTopic>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<LedgerDelayView>>(DialogRef);
  protected readonly words = inject(ViolationWords);

  protected readonly grounds = LEDGER_DELAY_GROUNDS;
  private readonly typed = signal({ ground: '', words: '' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, typedDelay));
  protected readonly asking = sending(this.form, ({ ground, words }, act) =>
    this.api.post<LedgerDelayView>(
      `/organizations/${this.topic.organizationId}/ledger-delays`,
      { entryId: this.topic.look.id, ground, words: words.trim() },
      act,
    ),
  );

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const delay = await this.asking.send();
    if (delay !== undefined) this.dialog.close(delay);
  }
}
