import type { Ability } from '@smartpar/access/model';
import { rulesToCondition } from '@casl/ability/extra';
import { isId } from '@smartpar/kernel';
import { buildAnd, buildOr, CompoundCondition, type Condition, FieldCondition } from '@ucast/mongo2js';
import type { ConditionColumns } from './condition-column';
import { conditionToSql } from './condition-to-sql';
import type { Statement } from './transaction';

/** One rule of an ability, as the ability keeps it. */
type AbilityRule = ReturnType<Ability['rulesFor']>[number];

/** What a list is narrowed to. */
export interface Narrowing {
  readonly ability: Ability;
  /** what is to be done with the rows: `read` */
  readonly action: string;
  /** the noun the rows are: `privacy-request` */
  readonly noun: string;
  /** the columns the noun's access file may speak of */
  readonly columns: ConditionColumns;
  /** number of the first free parameter */
  readonly startParam: number;
  /** narrows to the rows of which this field may be seen, rather than any */
  readonly field?: string;
}

/** What has been worked out: an ability never changes, and every page of a list asks the same of it. */
const known = new WeakMap<Ability, WeakMap<ConditionColumns, Map<string, Statement>>>();

/**
 * Writes an ability as a fragment for WHERE: a row passes if and only if `ability.can` says yes to it.
 * @returns `false` where nothing is allowed
 * @throws TypeError where a rule speaks of what is no column here
 */
export function narrow(narrowing: Narrowing): Statement {
  const { ability, action, noun, columns, startParam, field = '' } = narrowing;
  const ofAbility = known.get(ability) ?? new WeakMap<ConditionColumns, Map<string, Statement>>();
  const ofColumns = ofAbility.get(columns) ?? new Map<string, Statement>();
  const key = `${action} ${noun} ${field} ${startParam}`;
  const statement = ofColumns.get(key) ?? written(narrowing);
  if (!ofColumns.has(key)) known.set(ability, ofAbility.set(columns, ofColumns.set(key, statement)));
  return statement;
}

/** What a row needs in order to pass, as ways of which one suffices. */
export interface Ways {
  /** ids by the name of the field they are asked of: a row that has one of them there passes */
  readonly among: ReadonlyMap<string, readonly string[]>;
  /** everything else, as fragments for WHERE */
  readonly others: readonly Statement[];
}

/**
 * Writes an ability as several ways: a row passes if and only if one of them lets it. Where a list is read in an order, each is read along an
 * index of its own, and the planner need not make one plan for all of them.
 * @param gathered fields that hold ids, along whose values rows can be read in the order of the list
 */
export function narrowWays(narrowing: Narrowing, gathered: readonly string[]): Ways {
  const condition = conditionIn(narrowing);
  const ways = condition instanceof CompoundCondition && condition.operator === 'or' ? (condition.value as readonly Condition[]) : [condition]; // as: compound conditions hold conditions
  const among = new Map<string, string[]>();
  const others: Statement[] = [];
  let startParam = narrowing.startParam;
  for (const way of ways) {
    const ids = way instanceof FieldCondition && gathered.includes(way.field) ? idsIn(way) : null;
    if (way instanceof FieldCondition && ids !== null) {
      among.set(way.field, [...new Set([...(among.get(way.field) ?? []), ...ids])]);
      continue;
    }
    const statement = conditionToSql(way, narrowing.columns, startParam);
    startParam += statement.values.length;
    others.push(statement);
  }
  return { among, others };
}

/** The ids a condition is content with; `null` for a condition of another kind. */
function idsIn({ operator, value }: FieldCondition): readonly string[] | null {
  const wanted: readonly unknown[] = operator === 'in' && Array.isArray(value) ? value : [operator === 'eq' ? value : null];
  // what is no id, or written as none is kept, is the other way's to judge
  const ids = wanted.filter((one): one is string => isId(one) && one === one.toLowerCase());
  return ids.length === wanted.length ? ids : null;
}

const written = (narrowing: Narrowing): Statement => conditionToSql(conditionIn(narrowing), narrowing.columns, narrowing.startParam);

const conditionIn = ({ ability, action, noun, field }: Narrowing): Condition | null =>
  rulesToCondition(ability.rulesFor(action, noun, field), conditionOf, { and: buildAnd, or: buildOr, empty: () => buildAnd([]) });

function conditionOf(rule: AbilityRule): Condition {
  if (rule.ast === undefined) throw new TypeError('A rule holds a condition that cannot be read.');
  return rule.inverted ? new CompoundCondition('not', [rule.ast]) : rule.ast;
}
