import { createHash } from 'node:crypto';
import { SHIPPED_UNDERTAKING_VERSION } from '@smartpar/access/model';
import { type Locale, LOCALES } from '@smartpar/platform/contract';
import { SHIPPED_UNDERTAKING } from './shipped-undertaking';

/** The undertaking in one language. */
export interface UndertakingText {
  readonly locale: Locale;
  readonly text: string;
  /** SHA-256 in hexadecimal */
  readonly hash: string;
}

/** One version of it. */
export interface UndertakingVersion {
  readonly version: number;
  readonly texts: readonly UndertakingText[];
  readonly publishedAt: Date | null;
}

/** Fingerprint of a text. */
export const hashOfText = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Puts languages in order and takes the fingerprint of each text. */
export const textsOf = (texts: Readonly<Partial<Record<Locale, string>>>): readonly UndertakingText[] =>
  LOCALES.flatMap((locale) => {
    const text = texts[locale];
    return text === undefined ? [] : [{ locale, text, hash: hashOfText(text) }];
  });

/** What an organization that wrote none of its own has. */
export const SHIPPED_VERSION: UndertakingVersion = { version: SHIPPED_UNDERTAKING_VERSION, texts: textsOf(SHIPPED_UNDERTAKING), publishedAt: null };

/** Fingerprints of the shipped texts. */
export const SHIPPED_HASHES: readonly string[] = SHIPPED_VERSION.texts.map(({ hash }) => hash);
