import { Injectable } from '@nestjs/common';
import { Abilities, isBuiltIn } from '@smartpar/access/api';
import type { MemberActor, RoleScope } from '@smartpar/access/model';
import { notFound, type Page, pageOfRows } from '@smartpar/kernel';
import type { AssignmentLine, AssignmentQuery, MemberStatus, ShownProfile } from '@smartpar/members/model';
import { Database, type KeyColumn, keyset } from '@smartpar/platform/database';
import { instantColumn } from '../instant-text';
import { memberColumns, profileOf } from '../member-columns';
import { MemberConditions } from '../member-conditions';
import { readingOf } from '../reading';

interface AssignmentRow extends ShownProfile {
  readonly id: string;
  readonly number: number;
  readonly status: MemberStatus;
  readonly assignmentId: string | null;
  readonly heldRole: string;
  readonly key: string;
  readonly roleName: string | null;
  readonly kind: RoleScope['kind'];
  readonly placeId: string | null;
  readonly place: string | null;
  readonly since: string;
  readonly by: number | null;
}

/** What is held where, since when and by whom: built-in roles of the whole organization, and all the others. */
const HELD = `
  select r.member_id, null::uuid as id, r.role, r.role as key, null::uuid as custom_role_id, null::uuid as site_id, null::uuid as group_id,
         r.granted_at as since, r.granted_by_member_id as by_id
  from member_roles r where r.organization_id = $1
  union all
  select a.member_id, a.id, coalesce(a.built_in, a.custom_role_id::text), a.id::text, a.custom_role_id, a.site_id, a.group_id,
         a.assigned_at, a.assigned_by_member_id
  from role_assignments a where a.organization_id = $1`;

const COLUMNS = `
  h.id as "assignmentId", h.role as "heldRole", h.key,
  (select c.name from custom_roles c where c.organization_id = $1 and c.id = h.custom_role_id) as "roleName",
  case when h.site_id is not null then 'site' when h.group_id is not null then 'group' else 'all' end as kind,
  coalesce(h.site_id, h.group_id) as "placeId",
  coalesce((select s.name from sites s where s.organization_id = $1 and s.id = h.site_id),
           (select g.name from member_groups g where g.organization_id = $1 and g.id = h.group_id)) as place,
  ${instantColumn('h.since')} as since,
  (select b.number from members b where b.organization_id = $1 and b.id = h.by_id) as by`;

const ORDER: readonly KeyColumn[] = [
  { sql: 'm.number', direction: 'asc', type: 'integer' },
  { sql: 'h.key', direction: 'asc', type: 'text' },
];

/** Who holds which role, where, since when and by whom: of the members one may list, with what is shown of them. */
@Injectable()
export class ListAssignments {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
  ) {}

  /** @throws {DomainError} `not_found`, `page.cursor_invalid` */
  async run(actor: MemberActor, { role, memberId, size, after }: AssignmentQuery): Promise<Page<AssignmentLine>> {
    const { organizationId } = actor;
    const ability = this.abilities.of(actor);
    if (!ability.can('list', 'member')) throw notFound();
    const conditions = new MemberConditions(organizationId, ability, 'list');
    if (role !== undefined) conditions.require(`h.role = ${conditions.bind(role)}`);
    if (memberId !== undefined) conditions.require(`m.id = ${conditions.bind(memberId)}`);
    const key = keyset({ columns: ORDER, after, startParam: conditions.startParam });
    conditions.values.push(...key.values);
    if (after !== undefined) conditions.require(key.where);
    const rows = await this.database.readTenant<AssignmentRow>(organizationId, {
      text: `select ${memberColumns(readingOf(ability).sight)}, ${COLUMNS} from (${HELD}) h join members m on m.organization_id = $1 and m.id = h.member_id
             where ${conditions.text} order by ${key.orderBy} limit ${conditions.limitFor(size)}`,
      values: conditions.values,
    });
    const { items, next } = pageOfRows(rows, size, (row) => [String(row.number), row.key]);
    return { items: items.map(lineOf), next };
  }
}

function lineOf(row: AssignmentRow): AssignmentLine {
  const { id, number, status, assignmentId, heldRole, roleName, kind, placeId, place, since, by } = row;
  return {
    id: assignmentId,
    member: { id, number, status, profile: profileOf(row) },
    role: heldRole,
    roleName: isBuiltIn(heldRole) ? null : roleName,
    scope: { kind, id: placeId, name: place },
    since,
    by,
  };
}
