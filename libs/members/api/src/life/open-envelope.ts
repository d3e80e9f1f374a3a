import { Injectable } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import { leaverCodeWrong, type LeaverView, mayComeBack } from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { type Departure, DepartureRepository } from './departure.repository';
import { leaverCodeHash } from './leaver-code';
import { LeavingFacts } from './leaving-facts';
import { Outlook } from './outlook';

/** Who a code is of. */
interface Leaver {
  readonly organizationId: string;
  readonly memberId: string;
}

/** Stands for nobody: for a wrong code the same is read as for a right one, and found nowhere. */
const NOBODY: Leaver = { organizationId: '00000000-0000-0000-0000-000000000000', memberId: '00000000-0000-0000-0000-000000000000' };

/** Opens the envelope of somebody who left: their own requests, and what is still kept. Opening spends nothing, and works as long as the requests are kept. */
@Injectable()
export class OpenEnvelope {
  constructor(
    private readonly database: Database,
    private readonly departures: DepartureRepository,
    private readonly outlook: Outlook,
    private readonly facts: LeavingFacts,
  ) {}

  /** @param letters of the code; of none, where it was no code @throws {DomainError} `leaver.code_wrong` */
  async open(letters: string): Promise<LeaverView> {
    const { organizationId, memberId } = await this.leaverOf(letters);
    return this.database.tenant(systemActor(organizationId, 'leaver'), (tx) => this.read(tx, memberId));
  }

  /** Says where answers go from now on. @throws {DomainError} `leaver.code_wrong` */
  async giveAddress(letters: string, address: string | null): Promise<LeaverView> {
    const { organizationId, memberId } = await this.leaverOf(letters);
    return this.database.tenant(systemActor(organizationId, 'leaver'), async (tx) => {
      if ((await this.departures.find(tx, memberId)) === null) throw leaverCodeWrong();
      const facts = { given: address !== null };
      await this.departures.giveReplyAddress(tx, memberId, address, {
        action: 'member.reply-address-changed',
        target: { noun: 'member', id: memberId },
        facts,
      });
      return this.read(tx, memberId);
    });
  }

  private async leaverOf(letters: string): Promise<Leaver> {
    const [found] = await this.database.global((tx) =>
      tx.query<Leaver>('select organization_id as "organizationId", member_id as "memberId" from leaver_of_code($1)', [leaverCodeHash(letters)]),
    );
    return found ?? NOBODY;
  }

  private async read(tx: TenantTransaction, memberId: string): Promise<LeaverView> {
    const departure = await this.departures.find(tx, memberId);
    const [outlook, requests, contact, organization] = await Promise.all([
      this.outlook.of(tx, memberId, departure),
      this.facts.requests(tx, memberId, departure?.envelope ?? 'none'),
      this.facts.contact(tx),
      nameOf(tx),
    ]);
    if (departure === null || organization === null) throw leaverCodeWrong();
    const { departedAt, graceUntil, replyAddress } = departure;
    return {
      organization,
      contact,
      standing: standingOf(departure, tx),
      departedAt: departedAt.toString(),
      graceUntil: graceUntil.toString(),
      replyAddress,
      outlook,
      requests: [...requests],
    };
  }
}

const standingOf = ({ doneAt, graceUntil }: Departure, { at }: TenantTransaction): LeaverView['standing'] =>
  doneAt !== null ? 'done' : mayComeBack(graceUntil, at) ? 'grace' : 'kept';

async function nameOf(tx: TenantTransaction): Promise<string | null> {
  const [row] = await tx.query<{ name: string }>('select name from organizations where organization_id = $1', [tx.organizationId]);
  return row?.name ?? null;
}
