import { Injectable } from '@nestjs/common';
import { CountedReads } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { foldText, type MemberListItem, type MemberSearch } from '@smartpar/members/model';
import { foldAddress } from '@smartpar/platform/contract';
import { Database } from '@smartpar/platform/database';
import { itemsOf, type Viewer } from './list-members';
import type { MemberRow } from './member-columns';
import { MemberConditions } from './member-conditions';
import { columnsSeen } from './scoped-columns';

/** A member to be looked up by exactly one thing. */
export type ExactTerm = { readonly number: number } | { readonly address: string } | { readonly employeeNumber: string };

/** Looks up one member by a whole number, a whole address or a whole employee number. */
@Injectable()
export class LookUpMember {
  constructor(
    private readonly database: Database,
    private readonly reads: CountedReads,
  ) {}

  /** Looks one up for somebody who sees what they ask for in the list as well. */
  async plainly(viewer: Viewer, term: ExactTerm, filters: MemberSearch): Promise<readonly MemberListItem[]> {
    const rows = await this.database.readTenant<MemberRow>(viewer.organizationId, statementOf(viewer, 'list', term, filters));
    return itemsOf(rows, viewer);
  }

  /** Looks one up and counts it in the ledger of whoever was found, in the same transaction. */
  counted(actor: MemberActor, viewer: Viewer, term: ExactTerm, filters: MemberSearch): Promise<readonly MemberListItem[]> {
    const { text, values } = statementOf(viewer, 'find', term, filters);
    return this.database.tenant(actor, async (tx) => {
      const rows = await tx.query<MemberRow>(text, values);
      await this.reads.count(tx, { kind: 'look-up', of: rows.map(({ id }) => id) });
      return itemsOf(rows, viewer);
    });
  }
}

/** A former member's address may be somebody else's now, so there may be several; the newest first. */
function statementOf(viewer: Viewer, action: 'list' | 'find', term: ExactTerm, filters: MemberSearch) {
  const { organizationId, ability } = viewer;
  const conditions = new MemberConditions(organizationId, ability, action);
  conditions.filter(filters);
  const [column, value] = wholeOf(term);
  conditions.require(`${column} = ${conditions.bind(value)}`);
  const text = `select ${columnsSeen(conditions, viewer)} from members m where ${conditions.text} order by m.number desc limit 20`;
  return { text, values: conditions.values };
}

function wholeOf(term: ExactTerm): readonly [column: string, value: string | number] {
  if ('number' in term) return ['m.number', term.number];
  return 'address' in term ? ['m.email_folded', foldAddress(term.address)] : ['m.employee_number_folded', foldText(term.employeeNumber)];
}
