import type { LineFault } from '@smartpar/members/model';
import type { Locale } from '@smartpar/platform/contract';

/** What a line would do. */
export type LineKind = 'new' | 'changed' | 'existing' | 'unchanged' | 'skipped' | 'faulty';

/** A line that was checked; `null` where it says nothing. An empty last name takes the one that is kept away. */
export interface StagedLine {
  readonly line: number;
  readonly kind: LineKind;
  /** the member it is about, or the one it makes */
  readonly memberId: string | null;
  readonly email: string | null;
  readonly emailFolded: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly nameFolded: string | null;
  readonly givenFolded: string | null;
  readonly phone: string | null;
  readonly siteId: string | null;
  readonly locale: Locale | null;
}

/** A fault, and the line it is in. */
export interface StagedFault extends LineFault {
  readonly line: number;
  /** which of the faults of its line */
  readonly position: number;
}

/** What the check of some lines found. */
export interface CheckedLines {
  readonly lines: readonly StagedLine[];
  readonly faults: readonly StagedFault[];
}

/** A member who has one of the addresses now. */
export interface MatchedMember {
  readonly id: string;
  readonly emailFolded: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly phone: string | null;
  readonly siteId: string | null;
  readonly country: string | null;
  readonly locale: Locale;
  readonly owner: boolean;
}

/** A site a line can name. */
export interface NamedSite {
  readonly id: string;
  readonly name: string;
  readonly country: string;
}
