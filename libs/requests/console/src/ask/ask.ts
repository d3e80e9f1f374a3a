import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { QUESTION_CONCERNS, askQuestion } from '@smartpar/requests/model';
import { Api, Control, Field, Icon, Language, PageHeader, ProblemNote, Segmented, draftOf, sending } from '@smartpar/platform/ui';
import type { QuestionAsked } from '../answers';
import { ChoiceCards } from '../choice-cards/choice-cards';
import { Tick } from '../tick/tick';
import { EMPTY_QUESTION, questionOf, type TypedQuestion } from './question-form';
import { messageContract } from './message-contract';
import { Sent } from './sent/sent';

/** The public page: one question, and how to hear back. No account, and the same answer whoever asks. */
@Component({
  selector: 'sp-ask',
  imports: [ChoiceCards, Control, Field, FormField, Icon, MatButton, PageHeader, ProblemNote, RouterLink, Segmented, Sent, Tick, TranslocoPipe],
  templateUrl: './ask.html',
  styleUrl: './ask.scss',
})
export class Ask {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private typed: TypedQuestion = EMPTY_QUESTION;
  private readonly draft = draftOf('ask', EMPTY_QUESTION);

  protected readonly form = form(this.draft.model, (path) => validateStandardSchema(path, () => messageContract(askQuestion, this.message)));
  protected readonly question = sending(this.form, (typed, act) => this.api.post<QuestionAsked>('/questions', this.message(typed), act));
  protected readonly asked = signal<QuestionAsked | null>(null);

  protected readonly replyChoices = computed(() => ['same', 'other'].map((value) => ({ value, label: this.language.say(`requests.ask.${value}`) })));
  protected readonly concerns = computed(() =>
    QUESTION_CONCERNS.map((value) => ({
      value,
      label: this.language.say(`requests.ask.concern.${value}`),
      hint: this.language.say(`requests.ask.concern.${value}Hint`),
    })),
  );

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const typed = this.draft.model();
    const asked = await this.question.send();
    if (asked === undefined) return;
    this.typed = typed;
    this.draft.clear();
    this.form().reset();
    this.asked.set(asked);
  }

  /** Back to the form with everything in it, to set an address right. */
  protected correct(): void {
    this.draft.model.set(this.typed);
    this.asked.set(null);
  }

  protected startAnew(): void {
    this.asked.set(null);
  }

  private readonly message = (typed: TypedQuestion) => questionOf(typed, this.language.current());
}
