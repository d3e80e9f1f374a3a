import { Injectable } from '@nestjs/common';
import { Abilities, CountedReads } from '@smartpar/access/api';
import { type MemberActor, sightOf } from '@smartpar/access/model';
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
      if (learned && email !== undefined && this.hidesAddresses(actor)) await this.count(actor, email);
      throw error;
    }
  }

  /** Of somebody at least: whoever is shown some addresses is told nothing of the others' for free. */
  private hidesAddresses(actor: MemberActor): boolean {
    return sightOf(this.abilities.of(actor), 'user.contact.email.work') !== 'shown';
  }

  private count(actor: MemberActor, email: string): Promise<void> {
    return this.database.tenant(actor, async (tx) => {
      const member = await this.members.findByAddress(tx, foldAddress(email));
      if (member !== null) await this.reads.count(tx, { kind: 'look-up', of: [member.id] });
    });
  }
}
