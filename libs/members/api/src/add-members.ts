import { Injectable } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import type { AuditEntry } from '@smartpar/audit/model';
import { newId, type Temporal } from '@smartpar/kernel';
import { addressTaken, foldGivenName, foldName, newMember, type NewMember } from '@smartpar/members/model';
import { foldAddress } from '@smartpar/platform/contract';
import { Database, isUniqueViolation } from '@smartpar/platform/database';
import type * as z from 'zod';
import type { MemberEntity } from './member.entity';
import { MemberNumbersRepository } from './member-numbers.repository';
import { MemberRepository } from './member.repository';

/** A member who was added. */
export interface AddedMember {
  readonly memberId: string;
  readonly number: number;
}

/** Adds members to an organization, one or thousands; an operator's act for now. */
@Injectable()
export class AddMembers {
  constructor(
    private readonly database: Database,
    private readonly members: MemberRepository,
    private readonly numbers: MemberNumbersRepository,
  ) {}

  /**
   * @param wanted what each starts with
   * @returns the added members, in the same order; all of them or none
   * @throws {DomainError} `member.address_taken` when somebody in the organization has one of the addresses
   * @throws ZodError when one does not keep to the contract
   */
  async run(organizationId: string, wanted: readonly NewMember[]): Promise<readonly AddedMember[]> {
    const read = wanted.map((one) => newMember.parse(one));
    if (read.length === 0) return [];
    const first = await this.numbers.take(organizationId, read.length);
    const ids = read.map((_, index) => ({ memberId: newId(), number: first + index }));
    try {
      await this.database.tenant(systemActor(organizationId, 'operate'), (tx) => {
        const rows = read.map((fields, index) => newMemberRow({ organizationId, at: tx.at, ...(ids[index] ?? missing()) }, fields));
        return this.members.add(tx, rows, entryOf(organizationId, ids));
      });
    } catch (error) {
      throw isUniqueViolation(error, 'members_address') ? addressTaken() : error;
    }
    return ids;
  }
}

interface Identity extends AddedMember {
  readonly organizationId: string;
  readonly at: Temporal.Instant;
}

/** A new member as they are kept. */
export const newMemberRow = ({ organizationId, memberId, number, at }: Identity, fields: z.infer<typeof newMember>): MemberEntity => ({
  ...fields,
  organizationId,
  id: memberId,
  number,
  accountId: null,
  emailFolded: foldAddress(fields.email),
  nameFolded: foldName(fields.firstName, fields.lastName),
  givenFolded: foldGivenName(fields.firstName, fields.lastName),
  version: 1,
  createdAt: at,
});

/** One entry for one act: it names the member, or the organization and how many. */
const entryOf = (organizationId: string, added: readonly AddedMember[]): AuditEntry => {
  const [only] = added;
  return added.length === 1 && only !== undefined
    ? { action: 'member.added', target: { noun: 'member', id: only.memberId }, facts: { number: only.number } }
    : { action: 'member.many-added', target: { noun: 'organization', id: organizationId }, facts: { count: added.length, firstNumber: only?.number ?? null } };
};

function missing(): never {
  throw new Error('There is an identity for each member.');
}
