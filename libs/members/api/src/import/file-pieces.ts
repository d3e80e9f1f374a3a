import { fileIncomplete } from '@smartpar/members/model';
import { TELLING_BYTES } from './file-guess';
import type { FileChunk } from './import-file.repository';

/** Bytes of a chunk as it is kept. */
const CHUNK = 32 * 1024;

/** How many chunks are kept at once. */
const TOGETHER = 32;

/** Some chunks of a file, to be kept together. */
export interface Piece {
  /** the first bytes of the file, with its first piece */
  readonly beginning: Buffer | null;
  readonly chunks: readonly FileChunk[];
  /** how many bytes of the file have come, these included */
  readonly all: number;
}

/** Cuts what arrives in pieces of any size into chunks of one size, and never holds more than a handful of them. */
export class FilePieces implements AsyncIterable<Piece> {
  private chunks: FileChunk[] = [];
  private position = 0;
  private first = true;
  private all = 0;

  constructor(private readonly arriving: AsyncIterable<Buffer>) {}

  /** @throws {DomainError} `member-import.incomplete` where the connection breaks */
  async *[Symbol.asyncIterator](): AsyncGenerator<Piece> {
    let rest: Buffer[] = [];
    let size = 0;
    for await (const bytes of complete(this.arriving)) {
      rest.push(bytes);
      size += bytes.length;
      this.all += bytes.length;
      if (size < CHUNK) continue;
      rest = [this.cut(Buffer.concat(rest))];
      size = rest[0]?.length ?? 0;
      if (this.chunks.length >= TOGETHER) yield this.piece();
    }
    if (size > 0) this.add(Buffer.concat(rest));
    if (this.chunks.length > 0) yield this.piece();
  }

  /** @returns what is left behind whole chunks */
  private cut(bytes: Buffer): Buffer {
    let at = 0;
    for (; at + CHUNK <= bytes.length; at += CHUNK) this.add(bytes.subarray(at, at + CHUNK));
    return bytes.subarray(at);
  }

  private add(bytes: Buffer): void {
    this.chunks.push({ position: this.position, bytes });
    this.position += 1;
  }

  private piece(): Piece {
    const { chunks, first, all } = this;
    const beginning = first ? (chunks[0]?.bytes.subarray(0, TELLING_BYTES) ?? null) : null;
    this.chunks = [];
    this.first = false;
    return { beginning, chunks, all };
  }
}

/** What arrives, with a broken connection said in our own words. */
async function* complete(arriving: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* arriving;
  } catch {
    throw fileIncomplete();
  }
}
