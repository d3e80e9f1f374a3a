import { DECIDE_WITHIN_HOURS } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';

/** How many hours the transaction's organization gives those who decide before silence refuses. */
export async function decideWithin(tx: TenantTransaction): Promise<number> {
  const [row] = await tx.query<{ hours: number }>('select decide_within_hours as hours from organizations where organization_id = $1', [tx.organizationId]);
  return row?.hours ?? DECIDE_WITHIN_HOURS;
}

const HOUR: Readonly<Record<Locale, readonly [one: string, more: string]>> = { en: ['hour', 'hours'], de: ['Stunde', 'Stunden'] };

/** Some hours in words: `12 hours`. */
export const hoursIn = (locale: Locale, hours: number): string => `${hours} ${HOUR[locale][hours === 1 ? 0 : 1]}`;
