import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EntryChallenge, LedgerLook } from '@smartpar/access/model';
import { Api, Control, DialogFrame, Field, ProblemNote, sending } from '@smartpar/platform/ui';
import * as z from 'zod';
import { LookLine } from '../look-line/look-line';

/** Which look somebody complains about. */
export interface ChallengeTopic {
  readonly organizationId: string;
  readonly look: LedgerLook;
}

/** What is typed. */
const typedComplaint = z.object({ words: z.string().trim().min(1).max(4000) });

/** Complains about one look. Closes with where the complaint went. */
@Component({
  selector: 'sp-challenge-dialog',
  imports: [Control, DialogFrame, Field, FormField, LookLine, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './challenge-dialog.html',
})
export class ChallengeDialog {
  private readonly api = inject(Api);
  protected readonly topic = inject<ChallengeTopic>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<EntryChallenge>>(DialogRef);

  private readonly typed = signal({ words: '' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, typedComplaint));
  protected readonly complaining = sending(this.form, ({ words }, act) =>
    this.api.post<EntryChallenge>(`/organizations/${this.topic.organizationId}/my/ledger/${this.topic.look.id}/challenge`, { words: words.trim() }, act),
  );

  protected async complain(event: Event): Promise<void> {
    event.preventDefault();
    const challenge = await this.complaining.send();
    if (challenge !== undefined) this.dialog.close(challenge);
  }
}
