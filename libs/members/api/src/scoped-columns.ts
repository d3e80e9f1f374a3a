import type { Ability, ProfileCategory, Sight } from '@smartpar/access/model';
import { narrow } from '@smartpar/platform/database';
import { LISTED_CATEGORIES, memberColumns, type MemberRow, PROFILE_COLUMNS, ROW_CONDITIONS } from './member-columns';
import type { MemberConditions } from './member-conditions';

/** What of members is shown: everywhere, and better on some rows. */
export interface Seeing {
  readonly ability: Ability;
  readonly sight: Sight;
  /** categories that are met better on some rows than everywhere */
  readonly scoped: readonly ProfileCategory[];
}

/**
 * The columns of a member `m` as far as they are shown. What is shown on some rows only comes with the condition of the ability itself, so
 * that no value of another row leaves the database; and with a column that says whether it held. Nobody with grants of everybody pays for it.
 */
export function columnsSeen(
  conditions: MemberConditions,
  { ability, sight, scoped }: Seeing,
  categories: readonly ProfileCategory[] = LISTED_CATEGORIES,
): string {
  if (scoped.length === 0) return memberColumns(sight, categories);
  const parts = scoped
    .filter((category) => categories.includes(category))
    .flatMap((category) => {
      const sees = shownOn(conditions, { ability, sight, scoped }, category);
      const reveals = sight[category] === 'hidden' ? [`coalesce(${conditionOf(conditions, ability, 'reveal', category)}, false) as "reveal ${category}"`] : [];
      return [...PROFILE_COLUMNS[category].map(([sql, name]) => `case when ${sees} then ${sql} end as "${name}"`), `${sees} as "see ${category}"`, ...reveals];
    });
  return [memberColumns(sight, categories), ...parts].join(', ');
}

/** A row without the values that are not shown on it, whose columns hold nothing there. */
export function seenOf<R extends MemberRow>(row: R, { scoped }: Pick<Seeing, 'scoped'>): R {
  const hidden = scoped.filter((category) => !isTrue(row, `see ${category}`)).flatMap((category) => PROFILE_COLUMNS[category].map(([, name]) => name));
  return hidden.length === 0 ? row : { ...row, ...Object.fromEntries(hidden.map((name) => [name, undefined])) };
}

/** How the categories of one row are met. */
export function sightOfRow(row: MemberRow, { sight, scoped }: Omit<Seeing, 'ability'>): Sight {
  if (scoped.length === 0) return sight;
  const better = scoped.flatMap((category): [ProfileCategory, 'shown' | 'on-reveal'][] => {
    if (isTrue(row, `see ${category}`)) return [[category, 'shown']];
    return isTrue(row, `reveal ${category}`) ? [[category, 'on-reveal']] : [];
  });
  return { ...sight, ...Object.fromEntries(better) };
}

/** Whether a category is shown on row `m`. */
export const shownOn = (conditions: MemberConditions, { ability }: Seeing, category: ProfileCategory): string =>
  `coalesce(${conditionOf(conditions, ability, 'see', category)}, false)`;

/** Whether a category is shown on some rows at least. */
export const isShownSomewhere = ({ ability, sight }: Seeing, category: ProfileCategory): boolean =>
  sight[category] === 'shown' || ability.can('see', 'member', category);

function conditionOf(conditions: MemberConditions, ability: Ability, action: 'see' | 'reveal', field: ProfileCategory): string {
  const allowed = narrow({ ability, action, noun: 'member', field, columns: ROW_CONDITIONS, startParam: conditions.startParam });
  conditions.values.push(...allowed.values);
  return allowed.text;
}

const isTrue = (row: object, column: string): boolean => Reflect.get(row, column) === true;
