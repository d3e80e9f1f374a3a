import { type ClockRule, type Period, UNVERIFIED, VERIFIED } from './clock-rule';
import type { Regime } from './regime';
import { REQUEST_KINDS } from './request-kind';

const days = (figure: number): Period => ({ figure, unit: 'days' });

const CCPA = { regime: 'us-ca', starts: 'submission', pauses: [], lastDay: 'as-counted', effectiveFrom: '2023-03-29', effectiveTo: null, ...VERIFIED } as const;

/** California: the only state whose consumer law is known to cover people at work. Verification does not pause it. */
export const CCPA_RULES: readonly ClockRule[] = [
  {
    ...CCPA,
    id: 'us-ca-7021',
    duty: 'reply',
    kinds: REQUEST_KINDS.filter((kind) => kind !== 'opt-out'),
    period: days(45),
    extension: days(45),
    citation: '11 CCR 7021(b); Cal. Civ. Code 1798.130(a)(2); records 24 months: 11 CCR 7101',
  },
  {
    ...CCPA,
    id: 'us-ca-7026',
    duty: 'reply',
    kinds: ['opt-out'],
    period: { figure: 15, unit: 'business-days' },
    extension: null,
    citation: '11 CCR 7026(f), 7027(g)',
  },
  {
    ...CCPA,
    id: 'us-ca-7021-a',
    duty: 'acknowledgement',
    kinds: REQUEST_KINDS.filter((kind) => kind !== 'opt-out'),
    period: { figure: 10, unit: 'business-days' },
    extension: null,
    citation: '11 CCR 7021(a)',
  },
];

interface State {
  readonly regime: Regime;
  readonly law: string;
  readonly effectiveFrom: string;
  readonly reply: number;
  readonly replyKnown: boolean;
  readonly extension: number | null;
  /** how long an appeal may take, and whether that was compared with its source */
  readonly appeal: { readonly figure: number; readonly extension: number | null; readonly known: boolean } | null;
}

const appeal = (figure: number, known: boolean, extension: number | null = null) => ({ figure, extension, known });
const state = (regime: Regime, law: string, effectiveFrom: string, rest: Partial<State> = {}): State => ({
  regime,
  law,
  effectiveFrom,
  reply: 45,
  replyKnown: false,
  extension: 45,
  appeal: null,
  ...rest,
});

const STATES: readonly State[] = [
  state('us-va', 'Va. Code 59.1-577', '2023-01-01', { replyKnown: true, appeal: appeal(60, true) }),
  state('us-co', 'Colo. Rev. Stat. 6-1-1306', '2023-07-01', { replyKnown: true, appeal: appeal(45, false, 60) }),
  state('us-ct', 'Conn. Gen. Stat. 42-518', '2023-07-01', { replyKnown: true, appeal: appeal(60, false) }),
  state('us-tx', 'Tex. Bus. & Com. Code ch. 541', '2024-07-01', { replyKnown: true, appeal: appeal(60, false) }),
  state('us-ut', 'Utah Code 13-61-203', '2023-12-31', { replyKnown: true }),
  state('us-or', 'Oregon Consumer Privacy Act', '2024-07-01'),
  state('us-mt', 'Montana Consumer Data Privacy Act', '2024-10-01'),
  state('us-de', 'Delaware Personal Data Privacy Act', '2025-01-01'),
  state('us-nh', 'N.H. RSA ch. 507-H', '2025-01-01'),
  state('us-nj', 'New Jersey Data Privacy Act', '2025-01-15'),
  state('us-tn', 'Tennessee Information Protection Act', '2025-07-01'),
  state('us-mn', 'Minnesota Consumer Data Privacy Act', '2025-07-31'),
  state('us-md', 'Maryland Online Data Privacy Act', '2025-10-01'),
  state('us-in', 'Indiana Consumer Data Protection Act', '2026-01-01'),
  state('us-ky', 'Kentucky Consumer Data Protection Act', '2026-01-01'),
  state('us-ne', 'Nebraska Data Privacy Act', '2025-01-01'),
  state('us-ia', 'Iowa Code ch. 715D', '2025-01-01', { reply: 90 }),
  state('us-ri', 'Rhode Island Data Transparency and Privacy Protection Act', '2026-01-01', { extension: null }),
];

function rulesOf({ regime, law, effectiveFrom, reply, replyKnown, extension, appeal: review }: State): readonly ClockRule[] {
  const shared = { regime, duty: 'reply', starts: 'submission', pauses: [], lastDay: 'as-counted', citation: law, effectiveFrom, effectiveTo: null } as const;
  const kinds = REQUEST_KINDS.filter((kind) => review === null || kind !== 'appeal');
  const answer: ClockRule = {
    ...shared,
    id: `${regime}-reply`,
    kinds,
    period: days(reply),
    extension: extension === null ? null : days(extension),
    ...(replyKnown ? VERIFIED : UNVERIFIED),
  };
  if (review === null) return [answer];
  const again: ClockRule = {
    ...shared,
    id: `${regime}-appeal`,
    kinds: ['appeal'],
    period: days(review.figure),
    extension: review.extension === null ? null : days(review.extension),
    ...(review.known ? VERIFIED : UNVERIFIED),
  };
  return [answer, again];
}

/**
 * The other states' consumer laws. They generally leave out people acting as employees (see `regimesFor`).
 * Where a law sets no length for an appeal that is known here, the length of an answer is kept.
 */
export const US_RULES: readonly ClockRule[] = STATES.flatMap(rulesOf);
