import { Component, computed, inject } from '@angular/core';
import { Appearance, Language, Segmented, type Choice } from '@smartpar/platform/ui';
import { nearestLocale } from '@smartpar/platform/contract';
import { TranslocoPipe } from '@jsverse/transloco';

/** Languages call themselves by their own name, whoever reads. */
const OWN_NAMES: Readonly<Record<string, string>> = { en: 'English', de: 'Deutsch' };

/** Language, theme and density: changed at once, remembered on this device. */
@Component({
  selector: 'sp-appearance-choices',
  imports: [Segmented, TranslocoPipe],
  templateUrl: './appearance-choices.html',
  styleUrl: './appearance-choices.scss',
})
export class AppearanceChoices {
  protected readonly appearance = inject(Appearance);
  protected readonly language = inject(Language);

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
    void this.language.use(nearestLocale(value));
  }

  protected paint(value: string): void {
    this.appearance.useTheme(value === 'light' || value === 'dark' ? value : 'system');
  }

  protected space(value: string): void {
    this.appearance.useDensity(value === 'compact' ? 'compact' : 'comfortable');
  }
}
