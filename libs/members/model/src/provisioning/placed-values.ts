import { isScimValue, type ScimValue } from './scim-attribute';
import { invalidValue } from './scim-error';
import type { SCIM_PLACES } from './scim-schemas';

/** For work, or the person's own. */
export type ScimPlace = (typeof SCIM_PLACES)[number];

/** A value that has no place of its own in a profile: a second one of its kind, or one of another kind. */
export interface FurtherValue {
  readonly value: string;
  readonly type?: string;
  readonly primary: boolean;
}

/** One value for each place, which of them is the one to use first, and what else the directory says. */
export interface Placed {
  readonly work: string | null;
  readonly home: string | null;
  readonly primary: ScimPlace | null;
  /** the place a number for on the way fills, which keeps its own kind */
  readonly mobile: ScimPlace | null;
  readonly further: readonly FurtherValue[];
}

/** Most values of one kind of attribute. */
const MAX_VALUES = 50;

/** In which order values find their places: what says where it belongs, what says nothing, and what is for on the way. */
const TURNS = [['work', 'home'], [''], ['mobile']] as const;

const wordOf = ({ type }: FurtherValue): string => type?.toLowerCase() ?? '';

/**
 * Finds a place for each of several values. A value without a type is the one for work where it is marked as the first, or is the name the person signs
 * in with; otherwise nobody said that it is for work, and it is the person's own, which fewer people see. Of two for one place the first of all fills
 * it, else the earlier one; what finds no place is kept as it was said.
 * @param check reads a value
 * @throws {DomainError} `scim.invalid_value`
 */
export function placedIn(values: unknown, userName: string, check: (value: string) => string): Placed {
  const list = (Array.isArray(values) ? values.filter(isScimValue) : []).flatMap((one) => valueIn(one, check));
  if (list.length > MAX_VALUES) throw invalidValue(`There are at most ${MAX_VALUES} values.`);
  if (list.filter(({ primary }) => primary).length > 1) throw invalidValue('primary is true for one value at most.');
  const slots: Record<ScimPlace, FurtherValue | null> = { work: null, home: null };
  for (const turn of TURNS) {
    const taking = list.filter((one) => turn.some((word) => word === wordOf(one)));
    for (const one of taking.toSorted((before, after) => Number(after.primary) - Number(before.primary))) {
      slots[placeOf(one, userName)] ??= one;
    }
  }
  const { work, home } = slots;
  return {
    work: work?.value ?? null,
    home: home?.value ?? null,
    primary: work?.primary === true ? 'work' : home?.primary === true ? 'home' : null,
    mobile: isMobile(work) ? 'work' : isMobile(home) ? 'home' : null,
    further: list.filter((one) => one !== work && one !== home),
  };
}

const isMobile = (one: FurtherValue | null): boolean => one !== null && wordOf(one) === 'mobile';

function valueIn({ value, type, primary }: ScimValue, check: (value: string) => string): readonly FurtherValue[] {
  if (typeof value !== 'string' || value.trim() === '') return [];
  return [{ value: check(value), ...(typeof type === 'string' && type !== '' && { type }), primary: primary === true }];
}

function placeOf(one: FurtherValue, userName: string): ScimPlace {
  const word = wordOf(one);
  if (word === 'work' || word === 'home') return word;
  return one.primary || one.value.toLowerCase() === userName.toLowerCase() ? 'work' : 'home';
}
