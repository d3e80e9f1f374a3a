import { type AccessStops, isStoppedAt } from '../violations/stopped-access';

/** What keeps somebody from others' data whatever they hold. */
export const EXPLAINED_STOPS = ['not-active', 'no-sign-in', 'contract-ended', 'reported', 'confirmed'] as const;

/** What keeps somebody from others' data whatever they hold. */
export type ExplainedStop = (typeof EXPLAINED_STOPS)[number];

/** Whether somebody acts in the organization at all, and what may keep them from others' data. */
export interface Standing {
  readonly active: boolean;
  readonly signsIn: boolean;
  readonly stops: AccessStops;
}

const NOTHING: AccessStops = { contractEnd: null, confirmed: false, lapsesAt: null };

/** What may keep somebody away as far as one may know: reports are told to those who look into them, and to nobody else. */
export const stopsTold = (stops: AccessStops, reportsTold: boolean): AccessStops => (reportsTold ? stops : { ...NOTHING, contractEnd: stops.contractEnd });

/** Everything that keeps somebody away at a moment, in milliseconds since the epoch; each asked alone of what decides. */
export function explainStops({ active, signsIn, stops }: Standing, at: number): readonly ExplainedStop[] {
  const { contractEnd, confirmed, lapsesAt } = stops;
  const holds: Readonly<Record<ExplainedStop, boolean>> = {
    'not-active': !active,
    'no-sign-in': active && !signsIn,
    'contract-ended': isStoppedAt({ ...NOTHING, contractEnd }, at),
    reported: !confirmed && isStoppedAt({ ...NOTHING, lapsesAt }, at),
    confirmed: isStoppedAt({ ...NOTHING, confirmed }, at),
  };
  return EXPLAINED_STOPS.filter((stop) => holds[stop]);
}
