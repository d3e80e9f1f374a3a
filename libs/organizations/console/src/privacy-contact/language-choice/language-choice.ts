import { Component, computed, inject, input, model, output } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { COMMON_LANGUAGES } from '@smartpar/organizations/model';
import { Formats, Icon, Language } from '@smartpar/platform/ui';
import { languagesIn } from '../../places/countries';

/** The languages somebody reads: those chosen, each with a way to take it out, and one more at a time. */
@Component({
  selector: 'sp-language-choice',
  imports: [Icon, TranslocoPipe],
  templateUrl: './language-choice.html',
  styleUrl: './language-choice.scss',
})
export class LanguageChoice implements FormValueControl<readonly string[]> {
  private readonly language = inject(Language);
  protected readonly formats = inject(Formats);

  /** what is asked, for those who hear the page */
  readonly label = input.required<string>();
  /** codes (ISO 639), in the order chosen */
  readonly value = model<readonly string[]>([]);
  readonly touch = output();

  protected readonly others = computed(() =>
    languagesIn(
      this.language.current(),
      COMMON_LANGUAGES.filter((code) => !this.value().includes(code)),
    ),
  );

  protected add(select: HTMLSelectElement): void {
    const code = select.value;
    select.value = '';
    if (code !== '') this.value.update((codes) => [...codes, code]);
    this.touch.emit();
  }

  protected remove(code: string): void {
    this.value.update((codes) => codes.filter((other) => other !== code));
    this.touch.emit();
  }
}
