import { Directive, ElementRef, computed, inject, signal } from '@angular/core';

let made = 0;

/**
 * Dresses a native input, textarea or select and ties it to its field's label, hint and error.
 * Goes on the element, beside `[formField]`, inside `<sp-field>`.
 */
@Directive({
  selector: 'input[spControl], textarea[spControl], select[spControl]',
  host: { class: 'sp-control', '[id]': 'id', '[attr.aria-describedby]': 'describedBy()', '[attr.aria-invalid]': 'wrong() ? true : null' },
})
export class Control {
  private readonly element = inject<ElementRef<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>>(ElementRef).nativeElement;
  private readonly frame = signal<{ readonly descriptions: readonly string[]; readonly wrong: boolean }>({ descriptions: [], wrong: false });

  /** what the label points to */
  readonly id = this.element.id || `sp-control-${++made}`;

  /** a password whose letters may be shown */
  readonly secret = this.element instanceof HTMLInputElement && this.element.getAttribute('type') === 'password';

  protected readonly describedBy = computed(() => this.frame().descriptions.join(' ') || null);
  protected readonly wrong = computed(() => this.frame().wrong);

  /** Told by the field: which of its sentences describe this control, and whether what stands here is wrong. */
  describe(descriptions: readonly string[], wrong: boolean): void {
    this.frame.set({ descriptions, wrong });
  }

  /** Shows or hides the letters of a password. */
  reveal(shown: 'shown' | 'hidden'): void {
    if (this.secret) this.element.setAttribute('type', shown === 'shown' ? 'text' : 'password');
  }
}
