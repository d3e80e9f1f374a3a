import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { StartError } from '../start-error';

/** First bytes of every backup. */
const MAGIC = Buffer.from('SMARTPAR BACKUP 1\n');
const SALT_BYTES = 32;
const CHECK_BYTES = 16;
const HEADER_BYTES = MAGIC.length + SALT_BYTES + CHECK_BYTES;
const KEY_BYTES = 32;
const TAG_BYTES = 16;
/** Most bytes sealed at once: what is read back is checked before a single byte of it is used. */
const CHUNK_BYTES = 64 * 1024;
/** Length and the mark of the last chunk. */
const PREFIX_BYTES = 5;

const DAMAGED = 'The backup is damaged or was cut short, so nothing was restored: use another copy of it.';

/** What one file is sealed with. */
interface FileKeys {
  readonly key: Buffer;
  /** tells a wrong key from a damaged file, and tells nothing about the key */
  readonly check: Buffer;
}

/**
 * Seals a stream: AES-256-GCM in chunks, each bound to its place and the last one marked, so that nothing can be
 * changed, swapped, left out or cut off unnoticed. Holds one chunk in memory.
 * @param key 32 bytes, kept apart from the backup
 * @see Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance (STREAM); RFC 5869
 */
export function sealing(key: Uint8Array): Transform {
  const salt = randomBytes(SALT_BYTES);
  const keys = keysOf(key, salt);
  const header = Buffer.concat([MAGIC, salt, keys.check]);
  const held = new Held();
  let place = 0;
  const seal = (plain: Buffer, last: number): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', keys.key, nonceOf(place++, last)).setAAD(header);
    const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    return Buffer.concat([prefixOf(sealed.length, last), sealed]);
  };
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      held.add(chunk);
      while (held.size > CHUNK_BYTES) this.push(seal(held.take(CHUNK_BYTES), 0));
      done();
    },
    flush(done) {
      done(null, seal(held.take(held.size), 1));
    },
  });
  stream.push(header);
  return stream;
}

/**
 * Opens a sealed stream. It fails, with a sentence for the operator, on another key, on damage and on a missing end.
 * @param key 32 bytes
 */
export function unsealing(key: Uint8Array): Transform {
  const held = new Held();
  let keys: FileKeys | undefined;
  let header: Buffer | undefined;
  let place = 0;
  let ended = false;

  const open = (sealed: Buffer, last: number): Buffer => {
    if (ended || keys === undefined || header === undefined) throw new StartError(DAMAGED);
    ended = last === 1;
    const decipher = createDecipheriv('aes-256-gcm', keys.key, nonceOf(place++, last)).setAAD(header);
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
    } catch (cause) {
      throw new StartError(DAMAGED, { cause });
    }
  };

  const openAll = (push: (plain: Buffer) => void): void => {
    if (header === undefined && held.size >= HEADER_BYTES) {
      header = held.take(HEADER_BYTES);
      keys = keysOfHeader(key, header);
    }
    while (header !== undefined && held.size >= PREFIX_BYTES) {
      const prefix = held.peek(PREFIX_BYTES);
      const length = prefix.readUInt32BE(0);
      if (length < TAG_BYTES || length > CHUNK_BYTES + TAG_BYTES) throw new StartError(DAMAGED);
      if (held.size < PREFIX_BYTES + length) return;
      held.take(PREFIX_BYTES);
      push(open(held.take(length), prefix.readUInt8(4)));
    }
  };

  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      held.add(chunk);
      attempt(() => openAll((plain) => this.push(plain)), done);
    },
    flush(done) {
      attempt(() => {
        if (!ended || held.size > 0) throw new StartError(DAMAGED);
      }, done);
    },
  });
}

/** Bytes that wait to be used, in order. */
class Held {
  private parts: Buffer[] = [];
  size = 0;

  add(part: Buffer): void {
    this.parts.push(part);
    this.size += part.length;
  }

  peek(length: number): Buffer {
    return this.gathered().subarray(0, length);
  }

  take(length: number): Buffer {
    const all = this.gathered();
    this.parts = [all.subarray(length)];
    this.size = all.length - length;
    return all.subarray(0, length);
  }

  private gathered(): Buffer {
    const [only] = this.parts;
    const all = this.parts.length === 1 && only !== undefined ? only : Buffer.concat(this.parts);
    this.parts = [all];
    return all;
  }
}

function attempt(work: () => void, done: TransformCallback): void {
  try {
    work();
    done();
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)));
  }
}

function keysOf(key: Uint8Array, salt: Buffer): FileKeys {
  if (key.length !== KEY_BYTES) throw new StartError(`The backup key has ${key.length} bytes: give one of ${KEY_BYTES}.`);
  const made = Buffer.from(hkdfSync('sha256', key, salt, 'smartpar backup', KEY_BYTES + CHECK_BYTES));
  return { key: made.subarray(0, KEY_BYTES), check: made.subarray(KEY_BYTES) };
}

function keysOfHeader(key: Uint8Array, header: Buffer): FileKeys {
  if (!header.subarray(0, MAGIC.length).equals(MAGIC)) throw new StartError('The file is no backup of SmartPAR, so nothing was restored: name the right one.');
  const keys = keysOf(key, header.subarray(MAGIC.length, MAGIC.length + SALT_BYTES));
  if (!timingSafeEqual(keys.check, header.subarray(-CHECK_BYTES)))
    throw new StartError('The backup was made with another key, so nothing was restored: give that key.');
  return keys;
}

function nonceOf(place: number, last: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(place, 5, 6);
  nonce.writeUInt8(last, 11);
  return nonce;
}

function prefixOf(length: number, last: number): Buffer {
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.writeUInt32BE(length, 0);
  prefix.writeUInt8(last, 4);
  return prefix;
}
