import { Injectable } from '@nestjs/common';
import { Abilities, CountedReads } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { DomainError } from '@smartpar/kernel';
import { addressTaken } from '@smartpar/members/model';
import { foldAddress } from '@smartpar/platform/contract';
import { Database } from '@smartpar/platform/database';
import { MemberRepository } from './member.repository';

/** Counts what somebody learns by being refused: that an address is taken tells as much as looking it up. */
@Injectable()
export class CountedProbe {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly members: MemberRepository,
    private readonly reads: CountedReads,
  ) {}

  /**
   * Does something with an address; a refusal because it is taken is counted, for those who are shown no addresses.
   * @param email the address, if any is given
   */
  async with<T>(actor: MemberActor, email: string | undefined, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const learned = error instanceof DomainError && error.code === addressTaken().code;
      if (learned && email !== undefined && !this.abilities.of(actor).can('see', 'member', 'user.contact.email.work')) await this.count(actor, email);
      throw error;
    }
  }

  private count(actor: MemberActor, email: string): Promise<void> {
    return this.database.tenant(actor, async (tx) => {
      const member = await this.members.findByAddress(tx, foldAddress(email));
      if (member !== null) await this.reads.count(tx, { kind: 'look-up', of: [member.id] });
    });
  }
}
