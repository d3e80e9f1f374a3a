import type { Ability, ChoosingExtract, ExtractView, ProfileCategory } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import type { LookReach, Values } from '../profile-values';

/** Whoever chooses whom to take out: the list they may see, and what they may look at. */
export interface ExtractChooser {
  /** of the list of members */
  readonly ability: Ability;
  /** of looks: without what an emergency gives */
  readonly looks: Ability;
}

/** Whom a choice finds. */
export interface ExtractReach {
  /** those who may be looked at in every category, by number */
  readonly memberIds: readonly string[];
  readonly exempt: ExtractView['exempt'];
  /** more were chosen than `most`; only the first were looked at */
  readonly tooMany: boolean;
}

/** One member of an extract as they are at this moment. */
export interface ExtractPerson {
  readonly id: string;
  readonly number: number;
  /** `null` where no grant covers them in every category */
  readonly values: Values | null;
}

/** Knows the members an extract is of, and their data. */
export abstract class ExtractPeople {
  /**
   * Whom a choice finds among those whoever chooses may list, and how many of them no grant covers. No value is read.
   * @param most most people to look at
   */
  abstract reach(tx: TenantTransaction, chooser: ExtractChooser, choice: ChoosingExtract, most: number): Promise<ExtractReach>;

  /** Reads some categories of some members, and no column of a member out of reach. Who is no known person any more is left out. */
  abstract read(tx: TenantTransaction, reach: LookReach, of: ExtractReading): Promise<readonly ExtractPerson[]>;
}

/** What is read of whom. */
export interface ExtractReading {
  readonly memberIds: readonly string[];
  /** all of them must be within reach */
  readonly categories: readonly ProfileCategory[];
  /** the values themselves, or only who is within reach: those have empty ones then */
  readonly what: 'values' | 'reach';
}
