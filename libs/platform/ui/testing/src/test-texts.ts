import type { TranslocoLoader } from '@jsverse/transloco';
import type { Locale } from '@smartpar/platform/contract';
import type { Texts } from '../../src/language/ui-texts';

/** The texts a spec brings along. */
export class TestTexts implements TranslocoLoader {
  constructor(private readonly texts: Readonly<Record<Locale, Texts>>) {}

  async getTranslation(language: string): Promise<Texts> {
    return this.texts[language === 'de' ? 'de' : 'en'];
  }
}
