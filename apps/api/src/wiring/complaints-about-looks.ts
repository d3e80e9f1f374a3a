import { Injectable } from '@nestjs/common';
import { Complaints, type NewComplaint } from '@smartpar/access/api';
import type { EntryChallenge } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { OpenComplaint } from '@smartpar/requests/api';

/** Complaints about looks are privacy requests. */
@Injectable()
export class ComplaintsAboutLooks extends Complaints {
  constructor(private readonly requests: OpenComplaint) {
    super();
  }

  override open(tx: TenantTransaction, { requestId, memberId, aboutMemberId, entry, words }: NewComplaint): Promise<EntryChallenge> {
    const at = entry.at.toISOString().replace('T', ' ').slice(0, 16);
    const subject = {
      en: `This is about a look at my data on ${at} UTC (entry ${entry.id} of my ledger).`,
      de: `Es geht um einen Blick auf meine Daten am ${at} UTC (Eintrag ${entry.id} in meiner Liste der Blicke).`,
    };
    return this.requests.run(tx, { requestId, memberId, aboutMemberId, subject, words });
  }
}
