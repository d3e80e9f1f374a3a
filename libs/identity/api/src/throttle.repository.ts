import { Injectable } from '@nestjs/common';
import { FORGOTTEN_AFTER_HOURS, type Waits } from '@smartpar/identity/model';
import { Temporal } from '@smartpar/kernel';
import type { Transaction } from '@smartpar/platform/database';

/** Seconds to wait where another process closed the door this very moment, and how long is not seen yet. */
const SHORTEST_WAIT = 1;

/** What is counted, and how fast waits grow. */
export interface Count {
  /** keyed hash of what is counted: an address, a network, an account */
  readonly key: Buffer;
  readonly waits: Waits;
}

/**
 * Counts of failed attempts, in the database, so that all processes count together. Not audited: they hold keyed hashes
 * and numbers, and refusing is all they do.
 */
@Injectable()
export class ThrottleRepository {
  /**
   * Counts an attempt before it is made, as if it will fail, so that many at once do not slip through together. Of two
   * at the same moment the one that began first may be counted last: it counts as made when the other was.
   * @returns 0 where it may be made; otherwise after how many seconds to try again, and then it was not counted
   */
  async admit(tx: Transaction, { key, waits }: Count): Promise<number> {
    const [row] = await tx.query<{ admitted: boolean; open_at: Date | null }>(
      `with admitted as (
         insert into sign_in_throttle as t (key, failures, last_at, open_at)
         values ($1, 1, $2::timestamptz, $2::timestamptz + make_interval(secs => ($3::int[])[1]))
         on conflict (key) do update set last_at = greatest(t.last_at, excluded.last_at),
           failures = case when t.last_at < excluded.last_at - make_interval(hours => $4) then 1 else t.failures + 1 end,
           open_at = greatest(t.last_at, excluded.last_at) + make_interval(secs => ($3::int[])[least(cardinality($3::int[]),
             case when t.last_at < excluded.last_at - make_interval(hours => $4) then 1 else t.failures + 1 end)])
         where t.open_at <= greatest(t.last_at, excluded.last_at)
         returning 1)
       select exists (select from admitted) as admitted, (select open_at from sign_in_throttle where key = $1) as open_at`,
      [key, tx.at, [...waits.seconds], FORGOTTEN_AFTER_HOURS],
    );
    if (row?.admitted) return 0;
    const openAt = row?.open_at?.getTime() ?? 0;
    return Math.max(SHORTEST_WAIT, Math.ceil((openAt - tx.at.epochMilliseconds) / 1000));
  }

  /** Forgets all attempts counted under a key: the right password was given. */
  async forget(tx: Transaction, key: Buffer): Promise<void> {
    await tx.query('delete from sign_in_throttle where key = $1', [key]);
  }

  /** Takes back one attempt, which did not fail after all; others counted under the same key stay. */
  async takeBack(tx: Transaction, key: Buffer): Promise<void> {
    await tx.query('update sign_in_throttle set failures = greatest(failures - 1, 0), open_at = least(open_at, $2) where key = $1', [key, tx.at]);
  }

  /** Removes counts that have run out. */
  async forgetOld(tx: Transaction): Promise<void> {
    await tx.query('delete from sign_in_throttle where last_at < $1', [tx.at.subtract(Temporal.Duration.from({ hours: FORGOTTEN_AFTER_HOURS }))]);
  }
}
