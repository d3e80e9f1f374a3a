import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '@smartpar/audit/model';

/**
 * What a request asks for, in 43 characters: the same for the same operation on the same things with the same content,
 * however its JSON was spelled.
 * @param parts ids from the path, the body as its contract read it
 */
export const fingerprintOf = (operation: string, ...parts: readonly Json[]): string =>
  createHash('sha256')
    .update(canonicalJson([operation, ...parts]))
    .digest('base64url');
