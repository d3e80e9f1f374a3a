import { CompoundCondition, type Condition, FieldCondition } from '@ucast/mongo2js';
import { comparable, type ConditionColumn, type ConditionColumns, orderable } from './condition-column';
import type { Statement } from './transaction';

const SIGNS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/**
 * Writes a condition of an ability as SQL that holds for exactly the rows it holds for in memory, nulls included: in
 * memory a missing value equals null only, and counts as 0 where order is asked for.
 *
 * What is written may be unknown where it does not hold, which WHERE takes for false; a negation therefore says
 * `is not true`. So equality stays plain and indexes stay usable.
 * @param condition as CASL's `rulesToAST` gives it; `null` holds for nothing
 * @param columns the columns rules may speak of
 * @param startParam number of the first free parameter
 * @returns a fragment for WHERE, in brackets where needed, and its parameters
 * @throws TypeError for a field without a column, an operator that is not known, or a value that does not fit its column
 */
export function conditionToSql(condition: Condition | null, columns: ConditionColumns, startParam: number): Statement {
  if (condition === null) return { text: 'false', values: [] };
  const writer = new ConditionWriter(columns, startParam);
  return { text: writer.write(condition), values: writer.values };
}

/** What may be asked of a field that holds several values: whether one of them is, or none. */
const OF_SEVERAL: readonly string[] = ['eq', 'ne', 'in', 'nin'];

class ConditionWriter {
  readonly values: unknown[] = [];

  constructor(
    private readonly columns: ConditionColumns,
    private readonly startParam: number,
  ) {}

  write(condition: Condition): string {
    if (condition instanceof CompoundCondition) return this.compound(condition.operator, condition.value as readonly Condition[]); // as: compound conditions hold conditions
    if (condition instanceof FieldCondition) return this.field(condition.operator, condition.field, condition.value);
    throw new TypeError(`A rule uses "${condition.operator}", which has no SQL.`);
  }

  private compound(operator: string, parts: readonly Condition[]): string {
    const written = parts.map((part) => this.write(part));
    if (operator === 'and') return joined(written, 'and', 'true');
    if (operator === 'or') return joined(written, 'or', 'false');
    if (operator === 'nor' || operator === 'not') return `(${joined(written, 'or', 'false')} is not true)`;
    throw new TypeError(`A rule joins by "${operator}", which has no SQL.`);
  }

  private field(operator: string, field: string, value: unknown): string {
    const column = Object.hasOwn(this.columns, field) ? this.columns[field] : undefined;
    if (column === undefined) throw new TypeError(`A rule speaks of "${field}", which is no column here.`);
    if (column.someOf !== undefined && !OF_SEVERAL.includes(operator)) throw new TypeError(`A rule about "${field}", which is several, uses "${operator}".`);
    switch (operator) {
      case 'eq':
        return this.among(field, column, [value]);
      case 'ne':
        return `(${this.among(field, column, [value])} is not true)`;
      case 'in':
        return this.among(field, column, value as readonly unknown[]); // as: the parser lets only arrays through
      case 'nin':
        return `(${this.among(field, column, value as readonly unknown[])} is not true)`; // as: the same
      case 'exists':
        return String(value); // a row has all its columns
      case 'gt':
      case 'gte':
      case 'lt':
      case 'lte':
        return this.ordered(operator, field, column, value);
      default:
        throw new TypeError(`A rule about "${field}" uses "${operator}", which has no SQL.`);
    }
  }

  private among(field: string, column: ConditionColumn, wanted: readonly unknown[]): string {
    const values = wanted
      .filter((value) => value !== null)
      .map((value) => comparable(field, column, value))
      .filter((value) => value !== undefined);
    const [only] = values;
    const type = column.type === 'integer' ? 'bigint' : column.type;
    const ways = [
      ...(values.length === 1 ? [`${column.sql} = ${this.parameter(only)}::${type}`] : []),
      ...(values.length > 1 ? [`${column.sql} = any(${this.parameter(values)}::${type}[])`] : []),
      ...(wanted.includes(null) ? [`(${column.sql} is null)`] : []),
    ];
    if (column.someOf === undefined) return joined(ways, 'or', 'false');
    if (wanted.includes(null)) throw new TypeError(`A rule asks for nothing among "${field}", which is several.`);
    return ways.length === 0 ? 'false' : column.someOf(ways.join(''));
  }

  private ordered(operator: keyof typeof SIGNS, field: string, { sql, type }: ConditionColumn, value: unknown): string {
    const limit = orderable(field, { sql, type }, value);
    const cast = type === 'integer' ? 'numeric' : type;
    const holds = `${sql}${type === 'text' ? ' collate "C"' : ''} ${SIGNS[operator]} ${this.parameter(limit)}::${cast}`;
    const nullIsGreater = 0 > Number(limit);
    return nullIsGreater === operator.startsWith('g') ? `(${holds} or (${sql} is null))` : holds;
  }

  private parameter(value: unknown): string {
    this.values.push(value);
    return `$${this.startParam + this.values.length - 1}`;
  }
}

function joined(parts: readonly string[], by: 'and' | 'or', none: string): string {
  if (parts.length === 0) return none;
  return parts.length === 1 ? parts.join('') : `(${parts.join(` ${by} `)})`;
}
