import { Component, computed, contentChild, effect, inject, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../icon/icon';
import { Control } from './control';
import { FieldSentences, type OwnSentences } from './field-sentences';

let made = 0;

/**
 * One question of a form: label above, the control, then either what is wrong and what to type instead, or a hint.
 * The error appears once the person has left the field or tried to send.
 */
@Component({
  selector: 'sp-field',
  imports: [Icon, TranslocoPipe],
  templateUrl: './field.html',
  styleUrl: './field.scss',
})
export class Field {
  private readonly sentences = inject(FieldSentences);
  private readonly number = ++made;

  /** what is asked, in words */
  readonly label = input.required<string>();
  /** what to know before typing */
  readonly hint = input<string>();
  /** may stay empty; says so beside the label */
  readonly optional = input(false);
  /** sentences of this field's own, by kind of fault: `{ too_small: 'requests.ask.tooShort' }`, as text keys */
  readonly errors = input<OwnSentences>({});

  protected readonly control = contentChild(Control);
  private readonly bound = contentChild(FormField);

  protected readonly shown = signal<'shown' | 'hidden'>('hidden');
  protected readonly hintId = `sp-hint-${this.number}`;
  protected readonly errorId = `sp-error-${this.number}`;
  protected readonly error = computed(() => {
    const state = this.bound()?.state();
    const first = state?.touched() ? state.errors()[0] : undefined;
    return first === undefined ? null : this.sentences.of(first, this.errors(), state?.value());
  });

  constructor() {
    effect(() => {
      const wrong = this.error() !== null;
      const hinted = this.hint() !== undefined;
      this.control()?.describe([...(wrong ? [this.errorId] : []), ...(hinted ? [this.hintId] : [])], wrong);
    });
    effect(() => this.control()?.reveal(this.shown()));
  }

  protected toggle(): void {
    this.shown.update((shown) => (shown === 'shown' ? 'hidden' : 'shown'));
  }
}
