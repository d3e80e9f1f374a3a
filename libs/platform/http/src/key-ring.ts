import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** Fewest bytes a key has. */
const FEWEST_BYTES = 32;
const KEY_ID = /^[A-Za-z0-9_-]{1,20}$/;

/**
 * The server's secret keys: the current one signs, the older ones still open what they signed. Each purpose gets a key
 * of its own derived from them, so that nothing signed for one purpose passes for another.
 * @see RFC 5869 (HKDF), RFC 2104 (HMAC)
 */
export class KeyRing {
  private readonly derived = new Map<string, Buffer>();

  private constructor(
    private readonly keys: ReadonlyMap<string, Buffer>,
    /** id of the key that signs */
    readonly currentId: string,
  ) {}

  /**
   * Reads keys as configuration holds them.
   * @param text `id:base64,id:base64`, the current one first, 32 bytes or more each
   * @throws {TypeError} that says what is wrong and repeats nothing of the keys
   */
  static parse(text: string): KeyRing {
    const entries = text.split(',').map((entry) => asKey(entry.trim()));
    const [current] = entries;
    if (current === undefined) throw new TypeError('There is no key.');
    if (new Set(entries.map(([id]) => id)).size < entries.length) throw new TypeError('Two keys have the same id.');
    return new KeyRing(new Map(entries), current[0]);
  }

  /** Makes a new key in the form {@link parse} reads. */
  static generate(): string {
    return `${randomBytes(6).toString('base64url')}:${randomBytes(FEWEST_BYTES).toString('base64')}`;
  }

  /**
   * Signs with the current key.
   * @param purpose what the signature is for: `link/follow`
   * @returns 32 bytes
   */
  sign(purpose: string, text: string): Buffer {
    return this.mac(this.currentId, purpose, text) ?? unreachable();
  }

  /** Checks a signature, in the same time whatever it holds. An unknown key opens nothing. */
  verify(keyId: string, purpose: string, text: string, signature: Uint8Array): boolean {
    const expected = this.mac(keyId, purpose, text);
    return expected !== undefined && expected.length === signature.length && timingSafeEqual(expected, signature);
  }

  /**
   * Keys for sealing something, one for each key on the ring.
   * @param purpose what they seal: `backup`
   * @returns 32 bytes each, the current one first
   */
  secretsFor(purpose: string): readonly Uint8Array[] {
    return [...this.keys.keys()].flatMap((id) => this.keyFor(id, `secret/${purpose}`) ?? []);
  }

  /**
   * The key for sealing something, by id, for what has to be opened long after.
   * @param purpose what it seals: `second-factor`
   * @returns 32 bytes, or nothing where the key is not on the ring
   */
  secretOf(keyId: string, purpose: string): Uint8Array | undefined {
    return this.keyFor(keyId, `secret/${purpose}`);
  }

  private mac(keyId: string, purpose: string, text: string): Buffer | undefined {
    const key = this.keyFor(keyId, purpose);
    return key && createHmac('sha256', key).update(text).digest();
  }

  private keyFor(keyId: string, purpose: string): Buffer | undefined {
    const name = `${keyId} ${purpose}`;
    const known = this.derived.get(name);
    const secret = this.keys.get(keyId);
    if (known !== undefined || secret === undefined) return known;
    const key = Buffer.from(hkdfSync('sha256', secret, '', `smartpar ${purpose}`, FEWEST_BYTES));
    this.derived.set(name, key);
    return key;
  }
}

function asKey(entry: string): [string, Buffer] {
  const [id = '', encoded = ''] = entry.split(':');
  const secret = Buffer.from(encoded, 'base64');
  if (!KEY_ID.test(id)) throw new TypeError('The id of a key has 1 to 20 letters, digits, "-" or "_", and a colon after it.');
  if (secret.length < FEWEST_BYTES) throw new TypeError(`The key "${id}" has fewer than ${FEWEST_BYTES} bytes.`);
  return [id, secret];
}

function unreachable(): never {
  throw new Error('The current key is on the ring.');
}
