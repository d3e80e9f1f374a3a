import { isId } from '@smartpar/kernel';
import {
  comparedPart,
  type CompareValue,
  type Filter,
  invalidFilter,
  nameIn,
  type Operator,
  refuseComparison,
  type ScimAttribute,
  type ScimResourceType,
} from '@smartpar/members/model';

/** How an attribute with one value is found in the database. */
export interface SqlValue {
  /** as in SQL; null where there is no value */
  readonly sql: string;
  readonly kind: 'text' | 'exact' | 'id' | 'moment' | 'boolean';
  /** what it is looked up by where the whole value is given: a column with an index, and the form its values are in */
  readonly lookup?: { readonly sql: string; readonly fold: (text: string) => string };
}

/** One of several values, or all of them that stand in rows of their own. */
export interface SqlValues {
  /** wraps a condition on the parts; without it, the values stand in the row itself */
  readonly exists?: (condition: string) => string;
  /** whether there is one */
  readonly present: string;
  /** by the name of the part; texts are what is always the same */
  readonly parts: Readonly<Record<string, SqlValue | { readonly always: string }>>;
}

/** A kind of resource in the database: attributes by their names, parts after a dot, an extension's after its name and a colon. */
export interface SqlResource {
  readonly type: ScimResourceType;
  readonly values: Readonly<Record<string, SqlValue>>;
  readonly lists: Readonly<Record<string, readonly SqlValues[]>>;
}

type Test = { readonly kind: 'present' } | { readonly kind: 'compare'; readonly operator: Operator; readonly value: CompareValue };

/**
 * Writes a filter as a condition of SQL. Every value is a parameter, and every name is one of those listed; nothing of the filter's text stands in
 * the statement. What is not there is compared as false, also below `not`.
 * @see RFC 7644 section 3.4.2.2
 */
export class ScimSql {
  constructor(
    private readonly resource: SqlResource,
    /** the parameters so far; those of the filter follow */
    readonly values: unknown[],
  ) {}

  /** @throws {DomainError} `scim.invalid_filter` */
  where(filter: Filter): string {
    return this.written(filter, false);
  }

  /** A condition for one value of a list, as it stands in a path of a change: `[value eq "…"]`. @throws {DomainError} `scim.invalid_filter` */
  whereValue(list: string, filter: Filter): string {
    const attribute = this.resource.type.schema.attributes.find(({ name }) => name === list);
    const [values] = this.resource.lists[list] ?? [];
    if (attribute === undefined || values === undefined) throw invalidFilter('This attribute has no values that can be selected.');
    return this.inside(values, attribute, filter, false);
  }

  /** The value a list is ordered by. */
  orderOf(path: string): string | null {
    const found = nameIn(this.resource.type, path);
    if (found.kind !== 'attribute') return null;
    const key = keyOf(found.extension?.id ?? null, found.attribute.name, found.sub?.name ?? null);
    const single = this.resource.values[key] ?? this.resource.values[`${key}.value`] ?? this.resource.values[`${key}.formatted`];
    if (single !== undefined) return single.kind === 'text' ? `${single.lookup?.sql ?? `lower(${single.sql})`} collate "C"` : single.sql;
    const parts = (this.resource.lists[found.attribute.name] ?? []).flatMap(({ exists, parts: { value } }) =>
      exists === undefined && value !== undefined && 'sql' in value ? [`lower(${value.sql})`] : [],
    );
    return parts.length === 0 ? null : `coalesce(${parts.join(', ')}) collate "C"`;
  }

  private written(filter: Filter, negated: boolean): string {
    switch (filter.kind) {
      case 'and':
      case 'or':
        return `(${filter.parts.map((part) => this.written(part, negated)).join((filter.kind === 'and') === negated ? ' or ' : ' and ')})`;
      case 'not':
        return this.written(filter.part, !negated);
      case 'present':
        return this.asked(filter.path, { kind: 'present' }, negated);
      case 'compare':
        return filter.operator === 'ne' ? this.asked(filter.path, { ...filter, operator: 'eq' }, !negated) : this.asked(filter.path, filter, negated);
      case 'values':
        return this.selected(filter.path, filter.filter, negated);
    }
  }

  private asked(path: string, test: Test, negated: boolean): string {
    const named = this.named(path);
    // what nobody keeps nobody has
    if (named === null) return orNot(String(test.kind === 'compare' && test.operator === 'eq' && test.value === null), negated);
    const { extension, attribute, sub } = named;
    if (attribute.multiValued) return this.ofList(attribute, sub ?? (test.kind === 'present' ? null : (comparedPart(attribute) ?? null)), test, negated);
    const compared = sub ?? (attribute.type === 'complex' && test.kind === 'compare' ? comparedPart(attribute) : undefined) ?? attribute;
    const key = keyOf(extension, attribute.name, compared === attribute ? null : compared.name);
    const whole = this.resource.values[key] ?? this.resource.values[`${key}.value`] ?? this.resource.values[`${key}.formatted`];
    if (whole === undefined) throw invalidFilter('The filter names an attribute that cannot be asked for.');
    if (test.kind === 'compare') refuseComparison(compared, test.operator, test.value);
    return orNot(this.tested(whole, test), negated);
  }

  private ofList(attribute: ScimAttribute, part: ScimAttribute | null, test: Test, negated: boolean): string {
    if (test.kind === 'compare') refuseComparison(part ?? attribute, test.operator, test.value);
    const lists = this.lists(attribute.name);
    if (test.kind === 'compare' && test.value === null) {
      const some = lists.map((values) => wrapped(values, this.ofPart(values, part, { kind: 'present' })));
      return orNot(`not (${some.join(' or ')})`, negated);
    }
    const ways = lists.map((values) => wrapped(values, this.ofPart(values, part, test)));
    return orNot(`(${ways.join(' or ')})`, negated);
  }

  private selected(path: string, filter: Filter, negated: boolean): string {
    const named = this.named(path);
    if (named === null) return orNot('false', negated);
    const { attribute, sub } = named;
    if (!attribute.multiValued || sub !== null) throw invalidFilter(`${attribute.name} has not several values.`);
    const ways = this.lists(attribute.name).map((values) => wrapped(values, `(${values.present} and ${this.inside(values, attribute, filter, false)})`));
    return orNot(`(${ways.join(' or ')})`, negated);
  }

  private inside(values: SqlValues, attribute: ScimAttribute, filter: Filter, negated: boolean): string {
    switch (filter.kind) {
      case 'and':
      case 'or': {
        const joint = (filter.kind === 'and') === negated ? ' or ' : ' and ';
        return `(${filter.parts.map((part) => this.inside(values, attribute, part, negated)).join(joint)})`;
      }
      case 'not':
        return this.inside(values, attribute, filter.part, !negated);
      case 'present':
        return orNot(this.ofPart(values, this.part(attribute, filter.path), filter), negated);
      case 'compare': {
        const part = this.part(attribute, filter.path);
        const { operator, value } = filter;
        refuseComparison(part, operator, value);
        const equal = { kind: 'compare', operator: operator === 'ne' ? 'eq' : operator, value } as const;
        return orNot(this.ofPart(values, part, equal), negated !== (operator === 'ne'));
      }
      case 'values':
        throw invalidFilter('A value in brackets has no brackets of its own.');
    }
  }

  private ofPart(values: SqlValues, part: ScimAttribute | null, test: Test): string {
    if (part === null && test.kind === 'present') return values.present;
    const value = values.parts[part?.name ?? 'value'];
    if (value === undefined) throw invalidFilter('The filter names a part that cannot be asked for.');
    if ('sql' in value) return `(${values.present} and ${this.tested(value, test)})`;
    if (test.kind === 'present') return values.present;
    return holds(value.always, test) ? values.present : 'false';
  }

  private tested(value: SqlValue, test: Test): string {
    if (test.kind === 'present') return `${value.sql} is not null`;
    if (test.value === null) return `${value.sql} is null`;
    return this.compared(value, test.operator, test.value);
  }

  private compared({ sql, kind, lookup }: SqlValue, operator: Operator, value: Exclude<CompareValue, null>): string {
    if (typeof value === 'boolean') return `(${sql}) = ${this.bind(value)}::boolean`;
    const text = String(value);
    // the database holds no such sign, so that nothing there has it
    if (text.includes('\0')) return 'false';
    if (kind === 'moment') return `date_trunc('milliseconds', ${sql}) ${SIGNS[operator]} ${this.bind(text)}::timestamptz`;
    if (operator === 'eq' && kind === 'id') return isId(text) ? `${sql} = ${this.bind(text)}::uuid` : 'false';
    if (operator === 'eq' && lookup !== undefined) return `${lookup.sql} = ${this.bind(lookup.fold(text))}`;
    const exact = kind !== 'text';
    const [left, right] = [exact ? `(${sql})::text` : `lower(${sql})`, exact ? `${this.bind(text)}::text` : `lower(${this.bind(text)}::text)`];
    switch (operator) {
      case 'co':
        return `strpos(${left}, ${right}) > 0`;
      case 'sw':
        return `starts_with(${left}, ${right})`;
      case 'ew':
        return `right(${left}, length(${right})) = ${right}`;
      default:
        return `${left} collate "C" ${SIGNS[operator]} ${right}`;
    }
  }

  private bind(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  /** @returns `null` for an attribute the RFC has and nothing here keeps */
  private named(path: string): { readonly extension: string | null; readonly attribute: ScimAttribute; readonly sub: ScimAttribute | null } | null {
    const found = nameIn(this.resource.type, path);
    if (found.kind === 'not-kept') return null;
    if (found.kind !== 'attribute') throw invalidFilter('The filter names an attribute that is not known here.');
    return { extension: found.extension?.id ?? null, attribute: found.attribute, sub: found.sub };
  }

  private part({ subAttributes = [], name }: ScimAttribute, path: string): ScimAttribute {
    const part = subAttributes.find((one) => one.name.toLowerCase() === path.toLowerCase());
    if (part === undefined) throw invalidFilter(`${name} has no part of that name.`);
    return part;
  }

  private lists(name: string): readonly SqlValues[] {
    const lists = this.resource.lists[name];
    if (lists === undefined) throw invalidFilter('The filter names an attribute that cannot be asked for.');
    return lists;
  }
}

const SIGNS: Readonly<Record<Operator, string>> = { eq: '=', ne: '<>', gt: '>', ge: '>=', lt: '<', le: '<=', co: '=', sw: '=', ew: '=' };

/** What is null is not true, so that below `not` it is true. */
const orNot = (condition: string, negated: boolean): string => (negated ? `(${condition}) is not true` : condition);

const wrapped = ({ exists }: SqlValues, condition: string): string => (exists === undefined ? condition : exists(condition));

const keyOf = (extension: string | null, name: string, sub: string | null): string =>
  `${extension === null ? '' : `${extension}:`}${name}${sub === null ? '' : `.${sub}`}`;

/** What is always the same is compared here, and the database is told what came of it. */
function holds(always: string, { operator, value }: Extract<Test, { kind: 'compare' }>): boolean {
  const [one, other] = [always.toLowerCase(), String(value).toLowerCase()];
  switch (operator) {
    case 'eq':
      return one === other;
    case 'ne':
      return one !== other;
    case 'co':
      return one.includes(other);
    case 'sw':
      return one.startsWith(other);
    case 'ew':
      return one.endsWith(other);
    case 'gt':
      return one > other;
    case 'ge':
      return one >= other;
    case 'lt':
      return one < other;
    case 'le':
      return one <= other;
  }
}
