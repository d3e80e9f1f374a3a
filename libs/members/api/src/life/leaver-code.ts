import { createHash } from 'node:crypto';
import { codeLetters } from '@smartpar/platform/contract';
import type { LinkTokens } from '@smartpar/platform/http';
import { LEAVER_CODE_LETTERS } from '@smartpar/members/model';
import type { Temporal } from '@smartpar/kernel';

/** What the code of an envelope is made for. */
export const LEAVER_PURPOSE = 'leaver';

/** Which departure a code is of. */
export interface CodeOwner {
  readonly organizationId: string;
  readonly memberId: string;
  readonly departedAt: Temporal.Instant;
}

/** The code of an envelope, the key it was made with, and the only form of it that is stored. */
export interface LeaverCode {
  readonly code: string;
  readonly keyId: string;
  readonly hash: Uint8Array;
}

/** What the code is made of: another departure of the same member has another. */
export const codeParts = ({ organizationId, memberId, departedAt }: CodeOwner): readonly string[] => [organizationId, memberId, departedAt.toString()];

/** Makes the code of a departure, or makes it again. @param keyId the key it was made with before */
export function leaverCode(tokens: LinkTokens, owner: CodeOwner, keyId?: string): LeaverCode {
  const made = tokens.code(LEAVER_PURPOSE, codeParts(owner), keyId);
  return { ...made, hash: leaverCodeHash(codeLetters(made.code, LEAVER_CODE_LETTERS) ?? '') };
}

/** The hash of a code. It is long and nobody can guess it, so a fast hash keeps it. */
export const leaverCodeHash = (letters: string): Uint8Array => createHash('sha256').update(`leaver ${letters}`).digest();
