import { Injectable } from '@nestjs/common';
import { KeyRing, Seals } from '@smartpar/platform/http';
import type { Values } from '../profile-values';

const PURPOSE = 'extract';

/** Whose values they are, and in which extract. */
export interface SealedOf {
  readonly organizationId: string;
  readonly extractId: string;
  readonly memberId: string;
}

/** Values in extracts lie sealed in the database: a copy of it tells nobody anything, and a line put elsewhere does not open. */
@Injectable()
export class ExtractSeals {
  private readonly seals: Seals;

  constructor(keys: KeyRing) {
    this.seals = new Seals(keys, PURPOSE);
  }

  /** Seals what is kept of a member. */
  seal(values: Values, of: SealedOf): string {
    return this.seals.seal(Buffer.from(JSON.stringify(values)), ownerOf(of));
  }

  /** What was sealed; `null` where its key is gone or it is another's. */
  open(sealed: string, of: SealedOf): Values | null {
    const opened = this.seals.open(sealed, ownerOf(of));
    return opened === null ? null : (JSON.parse(Buffer.from(opened).toString()) as Values); // as: `seal` wrote nothing else, and it opens unchanged or not at all
  }
}

const ownerOf = ({ organizationId, extractId, memberId }: SealedOf): readonly string[] => [organizationId, extractId, memberId];
