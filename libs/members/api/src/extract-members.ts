import { Injectable } from '@nestjs/common';
import {
  type ExtractChooser,
  ExtractPeople,
  type ExtractPerson,
  type ExtractReach,
  type ExtractReading,
  type LookReach,
  type Values,
} from '@smartpar/access/api';
import type { Ability, ChoosingExtract, OrganizationPurpose, ProfileCategory } from '@smartpar/access/model';
import { type ConditionColumns, narrow, type TenantTransaction } from '@smartpar/platform/database';
import { KNOWN, ROW_CONDITIONS } from './member-columns';
import { MemberConditions } from './member-conditions';
import { VALUE_COLUMNS } from './member-values';

/** Finds and reads the members an extract is of. */
@Injectable()
export class ExtractMembers extends ExtractPeople {
  /** One statement: those who are listed are looked at one after the other, by number, and no further than the most there may be. */
  override async reach(tx: TenantTransaction, { ability, looks }: ExtractChooser, choice: ChoosingExtract, most: number): Promise<ExtractReach> {
    const { whom, categories, purpose } = choice;
    const conditions = new MemberConditions(tx.organizationId, ability, 'list');
    if (whom.kind === 'filter') conditions.filter(whom);
    else conditions.require(`m.id = any(${conditions.bind(whom.ids)}::uuid[])`);
    const covers = coversOf(conditions, { ability: looks, purpose, categories });
    const chosen = `select m.id, m.number, array[${covers.join(', ')}] as covered from members m where ${conditions.text} order by m.number limit ${most + 1}`;
    const rows = await tx.query<ChosenRow>(
      `with chosen as materialized (${chosen}), counted as (select row_number() over (order by number) as place, * from chosen)
       select (select count(*)::integer from counted) as found,
         (select coalesce(array_agg(id order by number), '{}') from counted where place <= ${most} and true = all(covered)) as ids,
         (select count(*)::integer from counted where place <= ${most} and not (true = all(covered))) as exempt,
         (select coalesce(array_agg(n.people order by n.place), '{}') from (
            select c.place, count(*) filter (where not c.covered)::integer as people from counted k cross join unnest(k.covered) with ordinality as c (covered, place)
            where k.place <= ${most} group by c.place) n) as uncovered`,
      conditions.values,
    );
    const [{ found = 0, ids = [], exempt = 0, uncovered = [] } = {}] = rows;
    const by = categories.flatMap((category, index) => (uncovered[index] ? [{ category, people: uncovered[index] }] : []));
    return { memberIds: ids, exempt: { people: exempt, by }, tooMany: found > most };
  }

  override async read(
    tx: TenantTransaction,
    { ability, purpose }: LookReach,
    { memberIds, categories, what }: ExtractReading,
  ): Promise<readonly ExtractPerson[]> {
    const values: unknown[] = [tx.organizationId, memberIds];
    const covers = coversOf({ bind: (value) => `$${values.push(value)}`, values }, { ability, purpose, categories });
    const columns = what === 'reach' ? [] : categories.map((category) => `case when r.within then ${VALUE_COLUMNS[category]} end as "${category}"`);
    const rows = await tx.query<ReadRow>(
      `select m.id, m.number, r.within${columns.map((column) => `, ${column}`).join('')}
       from members m cross join lateral (select ${covers.join(' and ')} as within offset 0) r
       where m.organization_id = $1 and m.id = any($2::uuid[]) and ${KNOWN}`,
      values,
    );
    return rows.map(({ id, number, within, ...read }) => ({ id, number, values: within ? read : null }));
  }
}

interface ChosenRow {
  readonly found: number;
  readonly ids: readonly string[];
  readonly exempt: number;
  /** in the order of the categories */
  readonly uncovered: readonly number[];
}

interface ReadRow extends Values {
  readonly id: string;
  readonly number: number;
  readonly within: boolean;
}

interface Looks {
  readonly ability: Ability;
  readonly purpose: OrganizationPurpose;
  readonly categories: readonly ProfileCategory[];
}

/** A statement's parameters, as far as they are. */
interface Binding {
  readonly values: unknown[];
  bind(value: unknown): string;
}

/** For each category the condition on row `m` that it may be looked at for the purpose. */
function coversOf(binding: Binding, { ability, purpose, categories }: Looks): readonly string[] {
  const parameter = `${binding.bind(purpose)}::text`;
  const columns: ConditionColumns = { ...ROW_CONDITIONS, purpose: { sql: parameter, type: 'text' } };
  return categories.map((field) => {
    const allowed = narrow({ ability, action: 'look', noun: 'member', field, columns, startParam: binding.values.length + 1 });
    binding.values.push(...allowed.values);
    // the parameter is named even where everybody is covered, or nobody; what is unknown is not covered
    return `coalesce(${allowed.text} and ${parameter} is not null, false)`;
  });
}
