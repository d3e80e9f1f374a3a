import type { LogKey } from './log-key';
import { signedNote } from './signed-note';

/** What a checkpoint says of a log. */
export interface TreeHead {
  /** how many entries are sealed */
  readonly size: number;
  /** root over them, 32 bytes */
  readonly root: Buffer;
}

/**
 * The name of an organization's log in its checkpoints, the same wherever the installation moves.
 * @see https://c2sp.org/tlog-checkpoint
 */
export const originOf = (organizationId: string): string => `smartpar.ai/audit-log/${organizationId}`;

/**
 * A checkpoint as it is given away: three lines, an empty one, and a line for each signature.
 * @param keys those that sign, the newest first: while an older one is still there, whoever holds its public half can go on checking
 * @see https://c2sp.org/tlog-checkpoint
 */
export const checkpointNote = (origin: string, { size, root }: TreeHead, keys: readonly LogKey[]): string =>
  signedNote(`${origin}\n${size}\n${root.toString('base64')}\n`, keys);
