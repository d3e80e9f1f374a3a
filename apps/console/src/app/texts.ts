import { Injectable } from '@angular/core';
import type { TranslocoLoader } from '@jsverse/transloco';
import { loadAccessTexts } from '@smartpar/access/console';
import { nearestLocale, type Locale } from '@smartpar/platform/contract';
import { loadUiTexts, type Texts } from '@smartpar/platform/ui';

const SHELL: Readonly<Record<Locale, () => Promise<{ default: Texts }>>> = {
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
  de: () => import('./i18n/de.json', { with: { type: 'json' } }),
};

/**
 * Loads what every page needs: the shell's texts, the design system's below `ui.`, the names of roles below
 * `access.`. Slices bring their own by scope, with their pages.
 */
@Injectable({ providedIn: 'root' })
export class ShellTexts implements TranslocoLoader {
  async getTranslation(language: string): Promise<Texts> {
    const locale = nearestLocale(language);
    const [shell, ui, access] = await Promise.all([SHELL[locale](), loadUiTexts(locale), loadAccessTexts(locale)]);
    return { ...shell.default, ui, access };
  }
}
