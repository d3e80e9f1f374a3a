import { Component, ElementRef, computed, inject, input, model, output } from '@angular/core';
import type { FormValueControl, ValidationError } from '@angular/forms/signals';
import { FieldSentences, Icon, type OwnSentences } from '@smartpar/platform/ui';

/** One of a few answers that need a word of explanation. */
export interface ExplainedChoice {
  readonly value: string;
  /** the answer, already in the reader's language */
  readonly label: string;
  /** what it means */
  readonly hint?: string;
}

let made = 0;

/** One of a few answers, each explained, all in sight. Works by itself (`[(value)]`) and in a form (`[formField]`). */
@Component({
  selector: 'sp-choice-cards',
  imports: [Icon],
  templateUrl: './choice-cards.html',
  styleUrl: './choice-cards.scss',
})
export class ChoiceCards implements FormValueControl<string> {
  private readonly sentences = inject(FieldSentences);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** what is asked */
  readonly label = input.required<string>();
  /** what to know before choosing */
  readonly hint = input<string>();
  readonly choices = input.required<readonly ExplainedChoice[]>();
  readonly value = model('');
  /** sentences of this question's own, by kind of fault, as text keys */
  readonly faults = input<OwnSentences>({});
  readonly disabled = input(false);
  readonly touched = input(false);
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);
  readonly touch = output();

  protected readonly group = `sp-choice-${++made}`;
  protected readonly error = computed(() => {
    const [first] = this.errors();
    return first === undefined || !this.touched() ? null : this.sentences.of(first, this.faults());
  });
  protected readonly describedBy = computed(
    () => [...(this.error() === null ? [] : [`${this.group}-error`]), ...(this.hint() === undefined ? [] : [`${this.group}-hint`])].join(' ') || null,
  );

  /** Called by the form to show the first fault. */
  focus(): void {
    this.element.querySelector('input')?.focus();
  }
}
