import { Injectable } from '@nestjs/common';
import { MemberNumbersRepository } from '../member-numbers.repository';

interface Block {
  next: number;
  end: number;
  /** how many are taken next time */
  size: number;
  takenAt: number;
}

/** Most numbers that are taken at once. */
const LARGEST = 64;

/** How long a block lasts where people come one after the other, in milliseconds; whoever needs the next one sooner takes twice as many. */
const QUICK = 5000;

/** Most organizations remembered. */
const MOST = 1000;

/**
 * Numbers for members who come one by one in quick succession: the quicker they come, the more numbers are taken at once. Those that are left when
 * the process ends are never given, like every number that was taken and not used.
 */
@Injectable()
export class NumberBlocks {
  private readonly blocks = new Map<string, Promise<Block>>();

  constructor(private readonly numbers: MemberNumbersRepository) {}

  /** One number. */
  async next(organizationId: string): Promise<number> {
    for (;;) {
      const known = this.blocks.get(organizationId);
      const block = await (known ?? this.take(organizationId, 1));
      if (block.next < block.end) return block.next++;
      if (this.blocks.get(organizationId) === known && known !== undefined) {
        const quick = performance.now() - block.takenAt < QUICK;
        void this.take(organizationId, quick ? Math.min(LARGEST, block.size * 2) : 1).catch(ignore);
      }
    }
  }

  private take(organizationId: string, size: number): Promise<Block> {
    const taken = this.numbers.take(organizationId, size).then((first) => ({ next: first, end: first + size, size, takenAt: performance.now() }));
    if (this.blocks.size >= MOST) this.blocks.clear();
    this.blocks.set(organizationId, taken);
    taken.catch(() => this.blocks.delete(organizationId));
    return taken;
  }
}

/** Whoever waits for the block hears of it. */
const ignore = (): void => undefined;
