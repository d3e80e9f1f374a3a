import { Injectable } from '@nestjs/common';
import { type Deputies, LONGEST_DEPUTY_DAYS, lastsTooLong, type MemberActor, type NamingDeputy, unknownGrantee, endsTooSoon } from '@smartpar/access/model';
import { newId, notFound, Temporal } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { forgetOrganization } from '../invalidation';
import { KnownActors } from '../known-actors';
import { DeputyRepository, type DeputyRow } from './deputy.repository';
import { GrantPeople } from './grant-people';

/** Somebody who decides names another member who decides in their place for a while. */
@Injectable()
export class NameDeputy {
  constructor(
    private readonly database: Database,
    private readonly people: GrantPeople,
    private readonly deputies: DeputyRepository,
    private readonly actors: KnownActors,
  ) {}

  /** Who stands in for me, and for whom I do. */
  read(actor: MemberActor): Promise<Deputies> {
    return this.database.tenant(actor, (tx) => this.present(tx, actor));
  }

  /** @throws {DomainError} `grant.unknown_grantee`, `grant.too_long`, `grant.ends_too_soon` */
  name(actor: MemberActor, naming: NamingDeputy, key: string): Promise<Deputies> {
    const id = newId();
    return this.change(actor, { key, operation: 'deputy.name', fingerprint: fingerprintOf('deputy.name', naming) }, async (tx) => {
      const { memberId: deputyMemberId, from, until } = naming;
      const [deputy] = await this.people.reachable(tx, [deputyMemberId]);
      if (deputy === undefined || deputyMemberId === actor.memberId) throw unknownGrantee('memberId');
      const [begin, end] = [Temporal.Instant.from(from), Temporal.Instant.from(until)];
      if (end.epochMilliseconds <= tx.at.epochMilliseconds) throw endsTooSoon('until');
      if (end.epochMilliseconds > tx.at.add({ hours: LONGEST_DEPUTY_DAYS * 24 }).epochMilliseconds) throw lastsTooLong('until', LONGEST_DEPUTY_DAYS);
      const facts = { deputyMemberId, from: begin.toString(), until: end.toString() };
      await this.deputies.add(
        tx,
        { id, memberId: actor.memberId, deputyMemberId, from: begin, until: end },
        { action: 'deputy.named', target: { noun: 'deputy', id }, facts },
      );
    });
  }

  /** @throws {DomainError} `not_found` for one that is over or somebody else's */
  end(actor: MemberActor, deputyId: string, key: string): Promise<Deputies> {
    return this.change(actor, { key, operation: 'deputy.end', fingerprint: fingerprintOf('deputy.end', deputyId) }, async (tx) => {
      const entry = { action: 'deputy.ended', target: { noun: 'deputy', id: deputyId }, facts: {} };
      if (!(await this.deputies.end(tx, deputyId, actor.memberId, entry))) throw notFound();
    });
  }

  private async change(actor: MemberActor, attempt: Parameters<typeof once>[1], work: (tx: TenantTransaction) => Promise<void>): Promise<Deputies> {
    const deputies = await this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, attempt, {});
      if (!replayed) {
        await work(tx);
        await forgetOrganization(tx);
      }
      return this.present(tx, actor);
    });
    this.actors.forgetOrganization(actor.organizationId);
    return deputies;
  }

  private async present(tx: TenantTransaction, { memberId }: MemberActor): Promise<Deputies> {
    const rows = await this.deputies.around(tx, memberId);
    const members = rows.map((row) => otherThan(row, memberId));
    const { numbers } = await this.people.labels(tx, { members, sites: [], groups: [], requests: [] });
    const line = (row: DeputyRow) => {
      const other = otherThan(row, memberId);
      return { id: row.id, member: { memberId: other, number: numbers.get(other) ?? null }, from: row.from.toISOString(), until: row.until.toISOString() };
    };
    return {
      forMe: rows.filter((row) => row.memberId === memberId).map(line),
      byMe: rows.filter((row) => row.deputyMemberId === memberId).map(line),
    };
  }
}

const otherThan = ({ memberId, deputyMemberId }: DeputyRow, me: string): string => (memberId === me ? deputyMemberId : memberId);
