import type { Ability, Sight } from '@smartpar/access/model';
import { type ExportMembers, foldText, parseMemberNumber } from '@smartpar/members/model';
import { emailAddress, foldAddress } from '@smartpar/platform/contract';
import { MemberConditions } from '../member-conditions';

const address = emailAddress();

/** Stands behind every text that begins with the same letters; folded texts are ordered by code point. */
const LAST_CHARACTER = '\u{10FFFF}';

/** Who takes members out, and what of them is shown. */
export interface Exporter {
  readonly organizationId: string;
  readonly ability: Ability;
  readonly sight: Sight;
}

/** Whom an export is of: the same members as the list shows for the same search and filters. */
export function exportConditions({ organizationId, ability, sight }: Exporter, { search, ...filters }: ExportMembers): MemberConditions {
  const conditions = new MemberConditions(organizationId, ability, 'list');
  conditions.filter(filters);
  if (search !== undefined) conditions.require(searched(conditions, sight, search));
  return conditions;
}

/** The names of what narrows an export, never what it is narrowed to. */
export const filtersOf = ({ search, status, siteId, role, groupId }: ExportMembers): readonly string[] =>
  Object.entries({ search, status, site: siteId, role, group: groupId }).flatMap(([name, value]) => (value === undefined ? [] : [name]));

function searched(conditions: MemberConditions, sight: Sight, term: string): string {
  const number = parseMemberNumber(term);
  const employed = /\d/.test(term) ? [`m.employee_number_folded = ${conditions.bind(foldText(term))}`] : [];
  if (number !== null) return `(${[`m.number = ${conditions.bind(number)}`, ...employed].join(' or ')})`;
  const seesAddress = sight['user.contact.email.work'] === 'shown';
  if (!seesAddress && address.safeParse(term).success) return `m.email_folded = ${conditions.bind(foldAddress(term))}`;
  const begins = (column: string, folded: string): string =>
    `(${column} >= ${conditions.bind(folded)} and ${column} < ${conditions.bind(`${folded}${LAST_CHARACTER}`)})`;
  const name = foldText(term);
  const places = [
    ...employed,
    ...(sight['user.name'] === 'shown' && name !== '' ? [begins('m.name_folded', name), begins('m.given_folded', name)] : []),
    ...(seesAddress ? [begins('m.email_folded', foldAddress(term))] : []),
  ];
  return places.length === 0 ? 'false' : `(${places.join(' or ')})`;
}
