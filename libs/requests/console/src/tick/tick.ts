import { Component, input, model, output } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';

/** What a tick says in a form: a text, so that a draft can keep it. */
export const TICKED = 'yes';

let made = 0;

/** One thing to say yes to, with what follows from it. Its value is `yes` or empty. */
@Component({
  selector: 'sp-tick',
  template: `
    <label>
      <input
        type="checkbox"
        [checked]="value() !== ''"
        [disabled]="disabled()"
        [attr.aria-describedby]="hint() ? id : null"
        (change)="toggle()"
        (blur)="touch.emit()"
      />
      <span>{{ label() }}</span>
    </label>
    @if (hint(); as sentence) {
      <p [id]="id">{{ sentence }}</p>
    }
  `,
  styleUrl: './tick.scss',
})
export class Tick implements FormValueControl<string> {
  /** what is said by ticking */
  readonly label = input.required<string>();
  /** what follows from it */
  readonly hint = input<string>();
  readonly value = model('');
  readonly disabled = input(false);
  readonly touch = output();

  protected readonly id = `sp-tick-${++made}`;

  protected toggle(): void {
    this.value.update((value) => (value === '' ? TICKED : ''));
  }
}
