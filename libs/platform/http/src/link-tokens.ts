import { createHmac } from 'node:crypto';
import { codeText } from '@smartpar/platform/contract';
import type { KeyRing } from './key-ring';

/** Version of the form below. */
const VERSION = '1';
/** Longest token that is looked at. */
const LONGEST = 1000;

/**
 * Tokens for links in mails. A token is a signature over what it opens, so none is stored; that it opens only once, and
 * until when, is the state of what it opens. Form: `1.<key id>.<parts>.<signature>`, the last two in base64url.
 */
export class LinkTokens {
  constructor(private readonly keys: KeyRing) {}

  /**
   * Makes a token.
   * @param purpose what it opens: `follow`
   * @param parts ids and short words
   */
  make(purpose: string, parts: readonly string[]): string {
    const payload = Buffer.from(JSON.stringify(parts)).toString('base64url');
    const signed = `${VERSION}.${this.keys.currentId}.${payload}`;
    return `${signed}.${this.keys.sign(keyPurpose(purpose), signed).toString('base64url')}`;
  }

  /**
   * Makes a code of 100 bits that is copied by hand. Nobody without the key can tell it, and the same parts make the same code again, so that a
   * mail can hold it which nothing else does. It cannot be opened: whoever made it keeps its hash beside what it opens.
   * @param keyId the key it was made with before
   * @throws Error where that key is not on the ring any more
   */
  code(purpose: string, parts: readonly string[], keyId = this.keys.currentId): MadeCode {
    const key = this.keys.secretOf(keyId, `code/${purpose}`);
    if (key === undefined) throw new Error('The key of this code is not on the ring any more.');
    const mac = createHmac('sha256', key).update(JSON.stringify(parts)).digest();
    return { code: codeText(mac.subarray(0, CODE_BYTES)), keyId };
  }

  /**
   * Opens a token from outside.
   * @returns its parts, or `null` for anything that was not made here for this purpose
   */
  open(purpose: string, token: string): readonly string[] | null {
    if (token.length > LONGEST) return null;
    const [version, keyId, payload, signature, ...more] = token.split('.');
    if (version !== VERSION || keyId === undefined || payload === undefined || signature === undefined || more.length > 0) return null;
    const bytes = strictBase64Url(signature);
    const signed = `${version}.${keyId}.${payload}`;
    if (bytes === null || !this.keys.verify(keyId, keyPurpose(purpose), signed, bytes)) return null;
    return partsOf(payload);
  }
}

/** A code that is signed like a token and short enough to be copied by hand. */
export interface MadeCode {
  /** `K7QM-2XVA-90TB-JH4C-M3PD` */
  readonly code: string;
  /** id of the key that made it, for making it again */
  readonly keyId: string;
}

/** Bytes of a code: a letter each. */
const CODE_BYTES = 20;

const keyPurpose = (purpose: string): string => `link/${purpose}`;

/** Decodes the one right spelling only; Node's own decoder passes over what it does not know. */
function strictBase64Url(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}

/** What was signed was made by {@link LinkTokens.make}, so it can be trusted to be what it was. */
function partsOf(payload: string): readonly string[] | null {
  const parts: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : null;
}
