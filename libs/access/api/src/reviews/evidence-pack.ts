import { Injectable } from '@nestjs/common';
import { type EvidencePack, type MemberActor, packPeriodWrong } from '@smartpar/access/model';
import { LogPart, type LogPeriod, NoteSigner, recordEntry } from '@smartpar/audit/api';
import { Temporal } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { certificatePdf } from './certificate-pdf';
import { certificateIn } from './certify-review';
import { HOW_TO_CHECK } from './how-to-check';
import { reviewList } from './review-list';

/** Where the organization's evidence of a period lies within the file. */
type Member = readonly [path: string, pieces: AsyncIterable<string | Buffer>];

interface Closed {
  readonly id: string;
  readonly note: string;
}

/**
 * Everything somebody from outside needs to check how access was kept in a period, as one file: certificates of the reviews that were closed in it
 * with the lists they are about, what the log says of it, the keys to check both, and how. No names and no personal data: members are told by number
 * and by id.
 */
@Injectable()
export class TakeEvidencePack {
  constructor(
    private readonly database: Database,
    private readonly log: LogPart,
    private readonly signer: NoteSigner,
  ) {}

  /**
   * @returns the bytes of a ZIP file, made as they are read
   * @throws {DomainError} `evidence_pack.period_wrong`
   */
  async run(actor: MemberActor, order: EvidencePack): Promise<AsyncIterable<Buffer>> {
    const [from, until] = [Temporal.Instant.from(order.from), Temporal.Instant.from(order.until)];
    const closed = await this.database.tenant(actor, async (tx) => {
      if (from.epochMilliseconds >= until.epochMilliseconds || from.epochMilliseconds > tx.at.epochMilliseconds) throw packPeriodWrong();
      const found = await closedIn(tx, { from, until });
      // evidence that leaves something out without a word is none
      if (found.length > MOST) throw packPeriodWrong();
      const facts = { from: from.toString(), until: until.toString(), certificates: found.length };
      await recordEntry(tx, { action: 'evidence-pack.taken-out', target: { noun: 'organization', id: tx.organizationId }, facts });
      return found;
    });
    return zipped(this.members(actor, closed, { from, until }));
  }

  private *members(actor: MemberActor, closed: readonly Closed[], period: LogPeriod): Generator<Member> {
    const { organizationId } = actor;
    yield ['how-to-check.txt', text(HOW_TO_CHECK)];
    yield [
      'keys.txt',
      text(
        this.signer
          .keysOf(organizationId)
          .map(({ verifierKey }) => `${verifierKey}\n`)
          .join(''),
      ),
    ];
    for (const { id, note } of closed) {
      const signed = certificateIn(note);
      yield [`reviews/${id}/certificate.json`, text(`${JSON.stringify(signed, null, 2)}\n`)];
      for (const locale of ['en', 'de'] as const) yield [`reviews/${id}/certificate.${locale}.pdf`, bytes(() => certificatePdf(signed, locale))];
      yield [`reviews/${id}/list.jsonl`, this.list(actor, id)];
    }
    yield ['audit-log.jsonl', this.log.pieces(organizationId, period)];
  }

  private async *list(actor: MemberActor, id: string): AsyncGenerator<string> {
    yield await this.database.tenant(actor, async (tx) => {
      let list = '';
      for await (const lines of reviewList(tx, id)) list += lines;
      return list;
    });
  }
}

/** At most so many certificates are in one pack; a year of weekly reviews is fewer. */
const MOST = 500;

const closedIn = (tx: TenantTransaction, { from, until }: LogPeriod): Promise<Closed[]> =>
  tx.query<Closed>(
    `select id, note from access_reviews where organization_id = $1 and state = 'closed' and closed_at >= $2 and closed_at < $3 order by closed_at, id limit ${MOST + 1}`,
    [tx.organizationId, from, until],
  );

async function* text(content: string): AsyncGenerator<string> {
  yield await Promise.resolve(content);
}

async function* bytes(make: () => Promise<Buffer>): AsyncGenerator<Buffer> {
  yield await make();
}

/** One file of many, a piece at a time: nothing is held but what is being compressed. */
async function* zipped(members: Iterable<Member>): AsyncGenerator<Buffer> {
  let made: Buffer[] = [];
  const zip = new Zip((fault, piece) => {
    if (fault !== null) throw fault;
    made.push(Buffer.from(piece));
  });
  const take = (): Buffer[] => {
    const taken = made;
    made = [];
    return taken;
  };
  for (const [path, pieces] of members) {
    const member = new ZipDeflate(path, { level: 6 });
    zip.add(member);
    for await (const piece of pieces) {
      member.push(typeof piece === 'string' ? strToU8(piece) : piece);
      yield* take();
    }
    member.push(new Uint8Array(0), true);
    yield* take();
  }
  zip.end();
  yield* take();
}
