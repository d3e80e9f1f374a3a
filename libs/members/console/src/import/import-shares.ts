import type { Language, Share } from '@smartpar/platform/ui';

/**
 * Makes the parts of a whole out of the figures of an import.
 * @param group of texts with a word for each figure: `members.import.found`
 * @returns makes the part of one figure
 */
export const sharesOf =
  <K extends string>(language: Language, group: string, figures: Readonly<Record<K, number>>) =>
  (key: K, tone: Share['tone'], icon: Share['icon']): Share => ({ label: language.say(`${group}.${key}`), count: figures[key], tone, icon });
