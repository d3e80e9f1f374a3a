import { DOCUMENT, Injectable, computed, effect, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { TranslocoService } from '@jsverse/transloco';
import { DEFAULT_LOCALE, LOCALES, nearestLocale, type Locale } from '@smartpar/platform/contract';
import { firstValueFrom, merge } from 'rxjs';
import { StoredChoice } from '../stored-choice/stored-choice';
import type { Texts } from './ui-texts';

/** Languages written from right to left; the console is ready for them. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur']);

/** How dates and numbers are written where the browser names no country for the language: 2 March 2026, not March 2, 2026. */
const WRITTEN: Readonly<Record<Locale, string>> = { en: 'en-GB', de: 'de-DE' };

/** A language with its country, as a browser names it: `en-US`. */
const WITH_COUNTRY = /^([a-z]{2})-(?:[a-z]{2}|\d{3})$/i;

/** Figures and names a sentence speaks of. */
export type Figures = Readonly<Record<string, string | number>>;

/** The texts of one room: the first word of their keys, and where each language comes from. */
export interface RoomTexts {
  readonly scope: string;
  readonly loader: Readonly<Record<Locale, () => Promise<Texts>>>;
}

/** The language of the console: chosen, stored, else the browser's; it changes at run time. */
@Injectable({ providedIn: 'root' })
export class Language {
  private readonly texts = inject(TranslocoService);
  private readonly stored = inject(StoredChoice);
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly version = signal(0);
  private readonly rooms = new Map<string, RoomTexts>();

  /** The languages on offer. */
  readonly all: readonly Locale[] = LOCALES;

  /** The language in use. */
  readonly current = computed<Locale>(() => nearestLocale(this.texts.activeLang()));

  private readonly browser = signal<readonly string[]>([]);
  /** how dates and numbers are written: the language in use, the way of the country the browser names for it */
  readonly written = computed(() => {
    const current = this.current();
    return this.browser().find((tag) => WITH_COUNTRY.exec(tag)?.[1]?.toLowerCase() === current) ?? WRITTEN[current];
  });

  constructor() {
    merge(this.texts.langChanges$, this.texts.events$)
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.version.update((version) => version + 1));
    effect(() => {
      this.root.lang = this.current();
      this.root.dir = RIGHT_TO_LEFT.has(this.current()) ? 'rtl' : 'ltr';
    });
  }

  /**
   * Takes up the stored choice, else the browser's first language we speak.
   * @param browserLanguages language tags in order of preference, such as `de-AT`
   */
  async begin(browserLanguages: readonly string[]): Promise<void> {
    this.browser.set(browserLanguages);
    await this.prefer(browserLanguages);
  }

  /**
   * Takes up the stored choice, else the first of other languages we speak; dates stay written as the browser has them.
   * @param languages language tags in order of preference
   */
  async prefer(languages: readonly string[]): Promise<void> {
    const spoken = languages.find((tag) => LOCALES.some((known) => tag.toLowerCase().split('-')[0] === known));
    await this.change(nearestLocale(this.stored.read('language') ?? spoken ?? DEFAULT_LOCALE));
  }

  /** Switches every text, date and number at once and remembers the choice on this device. */
  async use(locale: Locale): Promise<void> {
    this.stored.write('language', locale);
    await this.change(locale);
  }

  /** Has the texts of a room at hand, in the language in use and in whichever one is chosen later. */
  async bring(room: RoomTexts): Promise<void> {
    this.rooms.set(room.scope, room);
    await this.load(room, this.current());
  }

  /**
   * One text in the language in use; read inside a `computed` or a template it follows the language.
   * @param key of the text, such as `requests.inbox.title`
   */
  say(key: string, figures: Figures = {}): string {
    this.version();
    return this.texts.translate<string>(key, figures);
  }

  /**
   * A text that depends on a number: the key's `one`, `other`, ... as the language counts.
   * @param count stands in the text as `{{ count }}`, written the language's way
   */
  sayCount(key: string, count: number, figures: Figures = {}): string {
    const locale = this.current();
    const form = new Intl.PluralRules(locale).select(count);
    return this.say(`${key}.${form}`, { ...figures, count: new Intl.NumberFormat(this.written()).format(count) });
  }

  /** Tells whether a text exists (and has arrived). */
  knows(key: string): boolean {
    this.version();
    return key in this.texts.getTranslation(this.texts.getActiveLang());
  }

  /** Every text is there before the language changes, so that no key is ever seen in the place of a sentence. */
  private async change(locale: Locale): Promise<void> {
    await Promise.all([firstValueFrom(this.texts.load(locale)), ...[...this.rooms.values()].map((room) => this.load(room, locale))]);
    this.texts.setActiveLang(locale);
  }

  private async load({ scope, loader }: RoomTexts, locale: Locale): Promise<void> {
    const path = `${scope}/${locale}`;
    await firstValueFrom(this.texts.load(path, { inlineLoader: { [path]: loader[locale] } }));
  }
}
