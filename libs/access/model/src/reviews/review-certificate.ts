import type { PanelPart, ReviewCover, ReviewSilence } from './access-review';

/** What a certificate of a review says: what was looked at, by whom, until when, and what came of it. Members are told by number, and nothing else of them. */
export interface ReviewCertificate {
  readonly version: 1;
  readonly organization: { readonly id: string; readonly name: string };
  readonly review: string;
  readonly covers: readonly ReviewCover[];
  readonly scope: { readonly kind: 'all' | 'site' | 'group' | 'role'; readonly value: string | null };
  readonly silence: ReviewSilence;
  readonly stages: 1 | 2;
  readonly startedAt: string;
  readonly startedBy: string | null;
  readonly dueAt: string;
  readonly closedAt: string;
  readonly panel: readonly { readonly member: string | null; readonly part: PanelPart; readonly answers: number }[];
  readonly counts: {
    readonly items: number;
    readonly kept: number;
    readonly reduced: number;
    readonly revoked: number;
    readonly gone: number;
    /** what became of so many was said by silence */
    readonly silent: number;
    /** so many were kept although they were to go: nobody else would have owned the organization */
    readonly lastOwner: number;
  };
  /** fingerprint of the list of everything that was looked at, as it is taken out with the certificate */
  readonly list: { readonly lines: number; readonly sha256: string };
}

/** What an organization downloads: what is said, and the same as it was signed. */
export interface SignedReviewCertificate {
  readonly certificate: ReviewCertificate;
  /** a signed note as in c2sp.org/signed-note; the keys are those of the organization's log */
  readonly note: string;
}
