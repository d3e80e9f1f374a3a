import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { categoryWord, purposeOfJustification, REASON_WORDS_MAX, REASON_WORDS_MIN, reasonsFor, reasonWord } from '@smartpar/access/model';
import type { LockboxMember, ProfileCategory, Revealed, StaffLockbox } from '@smartpar/access/model';
import { Api, Control, DialogFrame, Field, Icon, Language, ProblemNote, problemOf, sending } from '@smartpar/platform/ui';
import * as z from 'zod';

/** What is looked at, and under which lockbox. */
export interface CoveredQuestion {
  /** address of the lockbox, below `/api` */
  readonly path: string;
  readonly member: LockboxMember;
  readonly category: ProfileCategory;
  readonly justification: StaffLockbox['justification'];
}

/** Stands for a reason in one's own words. */
const WORDS = 'words';

/** What is typed, before it becomes a look. */
const typedLook = z
  .object({ reason: z.string().min(1), words: z.string().trim().max(REASON_WORDS_MAX) })
  .refine(({ reason, words }) => reason !== WORDS || words.length >= REASON_WORDS_MIN, { path: ['words'], error: 'too short' });

/** Asks why, says who will know, and looks. Closes with what was revealed. */
@Component({
  selector: 'sp-covered-reveal',
  imports: [Control, DialogFrame, Field, FormField, Icon, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './covered-reveal.html',
  styleUrl: './covered-reveal.scss',
})
export class CoveredReveal {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  protected readonly topic = inject<CoveredQuestion>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<Revealed>>(DialogRef);

  protected readonly own = WORDS;
  protected readonly reasonWord = reasonWord;
  protected readonly what = computed(() => this.language.say(categoryWord(this.topic.category)));
  protected readonly reasons = reasonsFor(purposeOfJustification(this.topic.justification));

  private readonly typed = signal({ reason: '', words: '' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, typedLook));
  protected readonly looking = sending(this.form, async ({ reason, words }, act) => {
    const why = reason === WORDS ? { words: words.trim() } : { template: reason };
    try {
      return await this.api.post<Revealed>(
        `${this.topic.path}/members/${this.topic.member.id}/reveals`,
        { categories: [this.topic.category], reason: why },
        act,
      );
    } catch (failure) {
      // that look was made, and its answer came too late: the next one is another
      if (problemOf(failure).code === 'reveal.over') act.done();
      throw failure;
    }
  });

  protected async look(event: Event): Promise<void> {
    event.preventDefault();
    const revealed = await this.looking.send();
    if (revealed !== undefined) this.dialog.close(revealed);
  }
}
