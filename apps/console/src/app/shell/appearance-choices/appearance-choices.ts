import { Component, computed, inject, signal } from '@angular/core';
import { AccountLanguage } from '@smartpar/access/console';
import { Appearance, Language, ProblemNote, problemOf, Segmented, type Choice, type Problem } from '@smartpar/platform/ui';
import { type Locale, nearestLocale } from '@smartpar/platform/contract';
import { TranslocoPipe } from '@jsverse/transloco';

/** Languages call themselves by their own name, whoever reads. */
const OWN_NAMES: Readonly<Record<string, string>> = { en: 'English', de: 'Deutsch' };

/** Language, theme and density: changed at once, remembered on this device; the language in the account too, for its mails. */
@Component({
  selector: 'sp-appearance-choices',
  imports: [ProblemNote, Segmented, TranslocoPipe],
  templateUrl: './appearance-choices.html',
  styleUrl: './appearance-choices.scss',
})
export class AppearanceChoices {
  protected readonly appearance = inject(Appearance);
  protected readonly language = inject(Language);
  private readonly account = inject(AccountLanguage);
  /** one after the other, so that the last choice is the one that stays */
  private keeping: Promise<void> = Promise.resolve();
  /** why the account did not take the language */
  protected readonly problem = signal<Problem | null>(null);

  protected readonly languages: readonly Choice[] = this.language.all.map((value) => ({ value, label: OWN_NAMES[value] ?? value }));
  protected readonly themes = computed<readonly Choice[]>(() => [
    { value: 'system', label: this.language.say('shell.theme.system'), icon: 'system' },
    { value: 'light', label: this.language.say('shell.theme.light'), icon: 'light' },
    { value: 'dark', label: this.language.say('shell.theme.dark'), icon: 'dark' },
  ]);
  protected readonly densities = computed<readonly Choice[]>(() => [
    { value: 'comfortable', label: this.language.say('shell.density.comfortable') },
    { value: 'compact', label: this.language.say('shell.density.compact') },
  ]);

  protected speak(value: string): void {
    const locale = nearestLocale(value);
    void this.language.use(locale);
    this.keeping = this.keeping.then(() => this.keep(locale));
  }

  private async keep(locale: Locale): Promise<void> {
    this.problem.set(null);
    try {
      await this.account.keep(locale);
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
  }

  protected paint(value: string): void {
    this.appearance.useTheme(value === 'light' || value === 'dark' ? value : 'system');
  }

  protected space(value: string): void {
    this.appearance.useDensity(value === 'compact' ? 'compact' : 'comfortable');
  }
}
