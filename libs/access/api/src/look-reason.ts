import type { RevealReasonTemplate } from '@smartpar/access/model';

/** Why somebody looked, as it is kept: one of the ready sentences, or their own words. */
export interface KeptReason {
  readonly template: RevealReasonTemplate | null;
  readonly words: string | null;
}

/** Why somebody looked, as it is told. */
export const reasonOf = ({ template, words }: KeptReason): { template: RevealReasonTemplate } | { words: string } =>
  template === null ? { words: words ?? '' } : { template };
