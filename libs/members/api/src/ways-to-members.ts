import type { Ability, ProfileCategory } from '@smartpar/access/model';
import { type KeyColumn, narrowWays, type Ways } from '@smartpar/platform/database';
import { MEMBER_CONDITIONS } from './member-columns';
import type { MemberConditions } from './member-conditions';
import type { Seeing } from './scoped-columns';

/** Everybody at once. */
const EVERYBODY: Ways = { among: new Map(), others: [{ text: 'true', values: [] }] };

/** The fields along whose values members stand in an index in the order of a list. */
const INDEXED = ['siteId', 'groupIds'] as const;

/**
 * The rows on which a category is shown: whoever sorts by it learns nothing of the others. Everybody where it is shown on every row.
 */
export const waysToSeen = (conditions: MemberConditions, { ability, sight }: Seeing, category: ProfileCategory): Ways =>
  sight[category] === 'shown' ? EVERYBODY : waysOf(conditions, ability, { action: 'see', field: category }, INDEXED);

/** The same, as conditions of which one must hold: for whoever looks among members in another order than that of a list. */
export const conditionsToSee = (conditions: MemberConditions, { ability }: Seeing, category: ProfileCategory): readonly string[] =>
  waysOf(conditions, ability, { action: 'see', field: category }, []).others.map(({ text }) => text);

/** The rows that are in the list at all. */
export const waysToListed = (conditions: MemberConditions, { ability }: Pick<Seeing, 'ability'>): Ways =>
  conditions.allowed === 'true' ? EVERYBODY : waysOf(conditions, ability, { action: 'list' }, INDEXED);

interface Asked {
  readonly action: 'see' | 'list';
  readonly field?: ProfileCategory;
}

function waysOf(conditions: MemberConditions, ability: Ability, asked: Asked, gathered: readonly string[]): Ways {
  const ways = narrowWays({ ability, ...asked, noun: 'member', columns: MEMBER_CONDITIONS, startParam: conditions.startParam }, gathered);
  for (const { values } of ways.others) conditions.values.push(...values);
  return ways;
}

/** The columns members are put in order by, as they are called in the rows of a group. */
const IN_GROUPS = { name_folded: 'g.name_folded', number: 'g.member_number', id: 'g.member_id' } as const;

/** A column of members a list goes by. */
export interface OrderColumn extends Omit<KeyColumn, 'sql'> {
  readonly name: keyof typeof IN_GROUPS;
}

/** What is read of the members that some ways lead to. */
export interface Along {
  /** what else holds for them, as SQL on `m` */
  readonly where: string;
  /** what they are ordered by, the last of which is theirs alone */
  readonly columns: readonly OrderColumn[];
  /** what holds behind the page before, of the columns named so */
  readonly beyond: (columns: readonly string[]) => string;
  /** how many are wanted at most */
  readonly limit: string;
}

/**
 * The members that some ways lead to, in an order: site by site and group by group along the index of each, and no further than one page goes,
 * so that neither how many there are nor how few of them are reached matters.
 * @returns a statement that gives `id` and the columns of the order
 */
export function readAlong(conditions: MemberConditions, { among, others }: Ways, along: Along): string {
  const { columns, limit } = along;
  const taken = [...new Set(['id', ...columns.map(({ name }) => name)])].join(', m.');
  const page = (from: string, holds: readonly string[], named: readonly string[]): string => {
    const order = columns.map(({ direction }, index) => `${named[index]} ${direction}`).join(', ');
    return `select m.${taken} from ${from} where ${[along.where, along.beyond(named), ...holds].join(' and ')} order by ${order} limit ${limit}`;
  };
  const ofMembers = columns.map(({ name }) => `m.${name}`);
  const eachOf = (ids: readonly string[], read: string): string =>
    `select m.* from unnest(${conditions.bind(ids)}::uuid[]) place (id) cross join lateral (${read}) m`;
  const ways = others.map(({ text }) => page('members m', [text], ofMembers));
  const [sites, groups] = [among.get('siteId'), among.get('groupIds')];
  if (sites !== undefined) ways.push(eachOf(sites, page('members m', ['m.site_id = place.id'], ofMembers)));
  if (groups !== undefined) {
    const inGroups = columns.map(({ name }) => IN_GROUPS[name]);
    ways.push(eachOf(groups, page(`group_places g join members m on ${SAME_MEMBER}`, ['g.organization_id = $1', 'g.group_id = place.id'], inGroups)));
  }
  const order = columns.map(({ name, direction }) => `m.${name} ${direction}`).join(', ');
  // whoever is reached several ways, or by several groups, is there once
  return `select distinct m.${taken} from (${ways.map((way) => `(${way})`).join(' union all ')}) m order by ${order} limit ${limit}`;
}

const SAME_MEMBER = 'm.organization_id = g.organization_id and m.id = g.member_id';
