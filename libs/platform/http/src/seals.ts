import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring';

/** Version of the form below. */
const VERSION = '1';
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals small secrets that have to be read again, such as those of second factors: encrypted and bound to what they
 * belong to. The current key seals, older ones still open; `isCurrent` tells what is to be sealed again after a rotation.
 * Form: `1.<key id>.<nonce, ciphertext and tag in base64url>`.
 * @see NIST SP 800-38D (GCM)
 */
export class Seals {
  constructor(
    private readonly keys: KeyRing,
    /** what is sealed: `second-factor` */
    private readonly purpose: string,
  ) {}

  /**
   * Seals a secret.
   * @param owner ids of what it belongs to; it opens for nothing else, so a row copied elsewhere is worthless
   */
  seal(secret: Uint8Array, owner: readonly string[]): string {
    const { currentId } = this.keys;
    const key = this.keys.secretOf(currentId, this.purpose);
    if (key === undefined) throw new Error('The current key is on the ring.');
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, key, nonce).setAAD(boundTo(currentId, owner));
    const sealed = Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
    return `${VERSION}.${currentId}.${sealed.toString('base64url')}`;
  }

  /**
   * Opens what was sealed.
   * @returns the secret, or `null` where its key is gone, it was changed, or it belongs to something else
   */
  open(sealed: string, owner: readonly string[]): Uint8Array | null {
    const [version, keyId = '', encoded = ''] = sealed.split('.');
    const key = version === VERSION ? this.keys.secretOf(keyId, this.purpose) : undefined;
    const bytes = Buffer.from(encoded, 'base64url');
    if (key === undefined || bytes.length < NONCE_BYTES + TAG_BYTES) return null;
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES)).setAAD(boundTo(keyId, owner));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    } catch {
      return null;
    }
  }

  /** Tells whether something was sealed by the current key. */
  isCurrent(sealed: string): boolean {
    return sealed.startsWith(`${VERSION}.${this.keys.currentId}.`);
  }
}

const boundTo = (keyId: string, owner: readonly string[]): Buffer => Buffer.from(JSON.stringify([VERSION, keyId, ...owner]));
