/** The bodies of law whose clocks are known, by a short stable name. */
export const REGIMES = [
  'gdpr',
  'uk-gdpr',
  'us-ca',
  'us-va',
  'us-co',
  'us-ct',
  'us-tx',
  'us-ut',
  'us-or',
  'us-mt',
  'us-de',
  'us-nh',
  'us-nj',
  'us-tn',
  'us-mn',
  'us-md',
  'us-in',
  'us-ky',
  'us-ne',
  'us-ia',
  'us-ri',
  'us-hipaa',
  'br-lgpd',
  'ca-pipeda',
  'ca-qc-25',
  'kr-pipa',
] as const;

/** A body of law. */
export type Regime = (typeof REGIMES)[number];

/** Where somebody is: a country and, where the law differs inside it, its subdivision. */
export interface Place {
  /** ISO 3166-1 alpha-2: `DE` */
  readonly country: string;
  /** ISO 3166-2: `US-CA` */
  readonly subdivision: string | null;
}

/** The one code of a place: its subdivision's where it has one, else its country's. */
export const codeOfPlace = ({ country, subdivision }: Place): string => subdivision ?? country;

/** The place a code names. @param code as {@link codeOfPlace} gives it */
export const placeOfCode = (code: string): Place => ({ country: code.slice(0, 2), subdivision: code.length > 2 ? code : null });

/** As whom a person asks: about their work for the organization, or as a private person. */
export type Capacity = 'work' | 'private';

/** A regime that applies, and the place that makes it apply. */
export interface ApplyingRegime {
  readonly regime: Regime;
  readonly ground: 'controller-place' | 'person-place' | 'house-rule';
  /** ISO code of the place that decided */
  readonly place: string;
}

/** What decides which law applies. */
export interface Situation {
  /** where the controller is established */
  readonly controller: Place;
  /** where the person is, as far as it is known */
  readonly person: Place | null;
  readonly capacity: Capacity;
}

/**
 * The European Economic Area: 27 member states, the parts of them that have a country code of their own and where the
 * GDPR applies (TFEU Art. 355(1), Protocol No 2 on the Åland Islands), and Iceland, Liechtenstein and Norway.
 */
const EEA = new Set('AT BE BG HR CY CZ DE DK EE ES FI FR GR HU IE IT LT LU LV MT NL PL PT RO SE SI SK AX GF GP MF MQ RE YT IS LI NO'.split(' '));

const BY_COUNTRY: ReadonlyMap<string, Regime> = new Map<string, Regime>([
  ['GB', 'uk-gdpr'],
  ['BR', 'br-lgpd'],
  ['CA', 'ca-pipeda'],
  ['KR', 'kr-pipa'],
]);

const BY_SUBDIVISION: ReadonlyMap<string, Regime> = new Map<string, Regime>([
  ['CA-QC', 'ca-qc-25'],
  ...REGIMES.filter((regime) => /^us-[a-z]{2}$/.test(regime)).map((regime): [string, Regime] => [regime.toUpperCase(), regime]),
]);

/** The only state consumer law of the United States known to cover people at work. */
const COVERS_WORK: ReadonlySet<Regime> = new Set<Regime>(['us-ca']);

/**
 * The regimes that apply, all of which run side by side. Where no law is known to set a date, the GDPR's month is kept
 * as a house rule, and said to be one.
 * @returns at least one, each regime once; the controller's place is named before the person's
 * @see GDPR Art. 3(1): the controller's establishment decides, wherever the person is
 */
export function regimesFor({ controller, person, capacity }: Situation): readonly ApplyingRegime[] {
  const found = [at(controller, capacity, 'controller-place'), person === null ? null : at(person, capacity, 'person-place')].filter((one) => one !== null);
  const once = found.filter((one, index) => found.findIndex(({ regime }) => regime === one.regime) === index);
  return once.length > 0 ? once : [{ regime: 'gdpr', ground: 'house-rule', place: codeOfPlace(controller) }];
}

function at(place: Place, capacity: Capacity, ground: ApplyingRegime['ground']): ApplyingRegime | null {
  const bySubdivision = place.subdivision === null ? undefined : BY_SUBDIVISION.get(place.subdivision);
  const regime = bySubdivision ?? (EEA.has(place.country) ? 'gdpr' : BY_COUNTRY.get(place.country));
  if (regime === undefined || (capacity === 'work' && regime.startsWith('us-') && !COVERS_WORK.has(regime))) return null;
  return { regime, ground, place: bySubdivision === undefined ? place.country : codeOfPlace(place) };
}
