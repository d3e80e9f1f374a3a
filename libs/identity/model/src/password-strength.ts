import type { ZxcvbnResult } from '@zxcvbn-ts/core';
import { COMMON_GERMAN_WORDS } from './common-german-words';
import {
  foldedForms,
  forbiddenWords,
  isMadeOfOwnData,
  lengthOfPassword,
  MAX_PASSWORD_LENGTH,
  MIN_PASSWORD_LENGTH,
  type OwnData,
  type PasswordFault,
} from './password';

/** How hard a password is to guess: 0 at once, 4 not within reach. */
export type StrengthScore = ZxcvbnResult['score'];

/** Lowest score a new password may have. */
export const MIN_STRENGTH: StrengthScore = 3;

/** Characters that are looked at; what comes after can only make a password stronger, and looking takes time. */
const ESTIMATED_LENGTH = 48;

/** What can be said about a password before it is used. */
export interface PasswordVerdict {
  readonly score: StrengthScore;
  /** why it may not be used; `null` when it may */
  readonly fault: PasswordFault | null;
  /** key of what makes it weak, such as `straightRow`; `null` where there is nothing to say */
  readonly warning: string | null;
  /** keys of what would make it stronger, such as `anotherWord` */
  readonly suggestions: readonly string[];
}

/** Judges passwords by dictionaries it holds in memory, without asking anyone. */
export interface PasswordJudge {
  judge(password: string, own: OwnData): PasswordVerdict;
}

let loading: Promise<PasswordJudge> | undefined;

/**
 * Loads the dictionaries (about 700 kB compressed, so only where a password is being chosen) and makes the judge.
 * The list of breached and common passwords is the one of `@zxcvbn-ts/language-common`; it works without a network.
 */
export const loadPasswordJudge = (): Promise<PasswordJudge> => (loading ??= makeJudge());

async function makeJudge(): Promise<PasswordJudge> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  const estimator = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, 'words-de': [...COMMON_GERMAN_WORDS] },
    graphs: common.adjacencyGraphs,
    maxLength: ESTIMATED_LENGTH,
  });
  const known = new Set(common.dictionary['passwords-common']);
  return {
    judge(password, own) {
      const words = forbiddenWords(own);
      const { score, feedback } = estimator.check(password.slice(0, ESTIMATED_LENGTH), [...words]);
      const fault = faultOf(password, { score, words, known });
      return { score: fault === null || fault === 'too_long' ? score : capped(score), fault, warning: feedback.warning, suggestions: feedback.suggestions };
    },
  };
}

interface Grounds {
  readonly score: StrengthScore;
  readonly words: readonly string[];
  readonly known: ReadonlySet<string>;
}

function faultOf(password: string, { score, words, known }: Grounds): PasswordFault | null {
  const length = lengthOfPassword(password);
  if (length < MIN_PASSWORD_LENGTH) return 'too_short';
  if (length > MAX_PASSWORD_LENGTH) return 'too_long';
  if (foldedForms(password).some((form) => known.has(form))) return 'common';
  if (isMadeOfOwnData(password, words)) return 'own_data';
  return score < MIN_STRENGTH ? 'too_weak' : null;
}

/** What may not be used never shows as strong. */
const capped = (score: StrengthScore): StrengthScore => (score < MIN_STRENGTH ? score : 2);
