import { Injectable } from '@nestjs/common';
import type { Temporal } from '@smartpar/kernel';
import { SealedLogReader } from '../sealed-log-reader.repository';
import type { Range } from '../tree/ranges';
import { jsonLines } from './log-lines';

/** A stretch of time, its end left out. */
export interface LogPeriod {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/** How many entries are read at once. */
const PAGE = 2000;

/** Nothing of the log. */
const NONE: Range = { from: 0, to: 0 };

/**
 * Takes out what the log says of a period, as it stands under its newest checkpoint, a page at a time. Of all that is before and after, only the
 * hashes are told: so it can be checked offline that nothing within was left out or changed.
 */
@Injectable()
export class LogPart {
  constructor(private readonly reader: SealedLogReader) {}

  /** @returns the text of the file, JSON Lines, made as it is read */
  async *pieces(organizationId: string, { from, until }: LogPeriod): AsyncGenerator<string> {
    const size = (await this.reader.newest(organizationId))?.size ?? 0;
    const found = (await this.reader.placesWithin(organizationId, from, until)) ?? NONE;
    const part = { from: Math.min(found.from, size), to: Math.min(found.to, size) };
    yield jsonLines.beginning(organizationId, size, part);
    for (const range of pagesOf(size, part)) {
      const inside = range.from >= part.from && range.to <= part.to;
      const [places, checkpoints] = await Promise.all([
        inside ? this.reader.places(organizationId, range) : this.reader.hashes(organizationId, range),
        this.reader.checkpointsOver(organizationId, range),
      ]);
      yield jsonLines.places(places, checkpoints);
    }
    yield jsonLines.end();
  }
}

/** All places, page by page, none of them both inside a part and outside. */
function* pagesOf(size: number, part: Range): Generator<Range> {
  const bounds = [part.from, part.to, size];
  for (let from = 0; from < size;) {
    const bound = bounds.find((one) => one > from) ?? size;
    const to = Math.min(from + PAGE, bound);
    yield { from, to };
    from = to;
  }
}
