import { Injectable } from '@nestjs/common';
import { KeyRing } from '@smartpar/platform/http';
import { originOf } from './checkpoint-note';
import { logKey, type LogKey } from './log-key';
import { signedNote } from './signed-note';

/**
 * Signs what an organization gives away with the keys of its log, so that whoever holds the key of the checkpoints can check it too. What is
 * signed says in its first line what it is: nothing else is ever taken for a checkpoint.
 */
@Injectable()
export class NoteSigner {
  constructor(private readonly keys: KeyRing) {}

  /** The keys that sign for an organization now, the newest first. */
  keysOf(organizationId: string): readonly LogKey[] {
    const origin = originOf(organizationId);
    return this.keys.secretsFor(origin).map((secret) => logKey(origin, secret));
  }

  /**
   * @param kind what it is: `access-review`
   * @param line what is said, in one line
   * @returns a signed note of two lines, each ended by a line break, and the signatures
   */
  sign(organizationId: string, kind: string, line: string): string {
    if (line.includes('\n')) throw new TypeError('What is signed stands in one line.');
    return signedNote(`smartpar.ai/${kind}/${organizationId}\n${line}\n`, this.keysOf(organizationId));
  }
}
