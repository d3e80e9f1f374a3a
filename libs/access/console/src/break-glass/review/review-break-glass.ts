import { Component, inject, input, output, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { REASON_WORDS_MAX, REASON_WORDS_MIN, type BreakGlass, type BreakGlassOutcome } from '@smartpar/access/model';
import { Api, Control, Field, GoesByKey, Language, ProblemNote, problemOf, sending, Toasts } from '@smartpar/platform/ui';
import * as z from 'zod';

const typedReview = z.object({ words: z.string().trim().min(REASON_WORDS_MIN).max(REASON_WORDS_MAX) });

/** Says whether somebody's look in an emergency was justified, and why: A or D, then Enter. */
@Component({
  selector: 'sp-review-break-glass',
  imports: [Control, Field, FormField, GoesByKey, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './review-break-glass.html',
  styleUrl: './review-break-glass.scss',
})
export class ReviewBreakGlass {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);

  readonly organizationId = input.required<string>();
  readonly breakGlassId = input.required<string>();
  readonly reviewed = output<BreakGlass>();
  /** it stands otherwise than it is shown */
  readonly outdated = output();

  private readonly outcome = signal<BreakGlassOutcome>('justified');
  private readonly typed = signal({ words: '' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, typedReview));
  protected readonly reviewing = sending(this.form, async ({ words }, act) => {
    try {
      const path = `/organizations/${this.organizationId()}/break-glasses/${this.breakGlassId()}/review`;
      return await this.api.post<BreakGlass>(path, { outcome: this.outcome(), words: words.trim() }, act);
    } catch (failure) {
      if (problemOf(failure).status === 409) this.outdated.emit();
      throw failure;
    }
  });

  protected async find(outcome: BreakGlassOutcome): Promise<void> {
    this.outcome.set(outcome);
    const reviewed = await this.reviewing.send();
    if (reviewed === undefined) return;
    this.toasts.show(this.language.say('breakGlass.review.done'));
    this.reviewed.emit(reviewed);
  }
}
