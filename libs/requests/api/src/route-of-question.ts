import { Injectable } from '@nestjs/common';
import { domainOf, foldAddress } from '@smartpar/platform/contract';
import type { Transaction } from '@smartpar/platform/database';
import { decideRoute, type RouteDecision } from '@smartpar/requests/model';
import { Matches } from './ports/matches';
import type { UnconfirmedQuestion } from './unconfirmed-question.repository';

/** A confirmation link goes to the reply address: whoever holds it has proved that address, and the identifier where they are the same. */
export const isProved = ({ identifier, replyAddressFolded }: UnconfirmedQuestion): boolean => foldAddress(identifier) === replyAddressFolded;

/** Finds out who must answer a question, by the same statements for every input. */
@Injectable()
export class RouteOfQuestion {
  constructor(private readonly matches: Matches) {}

  /** @param chosen the organization the person chose, where they were asked */
  async decide(tx: Transaction, question: UnconfirmedQuestion, chosen: string | null): Promise<RouteDecision> {
    const { identifier, organizationTyped, concerns } = question;
    const [domainOrganization, memberships, directUsers] = await Promise.all([
      this.matches.organizationOfDomain(tx, domainOf(identifier)),
      this.matches.membershipsOf(tx, foldAddress(identifier)),
      this.matches.directUsers(tx),
    ]);
    return decideRoute({ proved: isProved(question), domainOrganization, memberships, typedOrganization: organizationTyped, directUsers, concerns, chosen });
  }
}
