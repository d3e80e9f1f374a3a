/**
 * Names for demo data, put together from plants, birds and landscape so that nobody takes them for real people.
 * Accents and other scripts are among them on purpose: real organizations have them too.
 */
const GIVEN = [
  'Alder',
  'Aster',
  'Birke',
  'Bracken',
  'Brisa',
  'Calla',
  'Cedar',
  'Clover',
  'Coral',
  'Dahlia',
  'Daru',
  'Elowen',
  'Ember',
  'Fern',
  'Fjällo',
  'Florin',
  'Gale',
  'Garrick',
  'Ginkgo',
  'Hazel',
  'Heath',
  'Holm',
  'Iris',
  'Ivo',
  'Jarrah',
  'Junip',
  'Kesta',
  'Kiri',
  'Larch',
  'Laurin',
  'Linden',
  'Lumi',
  'Maple',
  'Marigo',
  'Meadow',
  'Merel',
  'Mistral',
  'Moss',
  'Nerea',
  'Nuri',
  'Oakley',
  'Olea',
  'Orla',
  'Pebble',
  'Petro',
  'Pim',
  'Quill',
  'Quince',
  'Rain',
  'Reed',
  'Robur',
  'Rowan',
  'Rue',
  'Saffi',
  'Senna',
  'Sorrel',
  'Sparrow',
  'Tansy',
  'Teal',
  'Thymo',
  'Umber',
  'Vale',
  'Veri',
  'Wren',
  'Yarrow',
  'Zéphine',
  'Žito',
  'Ølve',
  'Åsker',
  '柳子',
  'Искра',
  'زهرون',
] as const;

const FAMILY = [
  'Ashgrove',
  'Auental',
  'Bachweide',
  'Beckfield',
  'Birkenau-Test',
  'Blackthorn',
  'Bluebrook',
  'Bramblewick',
  'Brookmere',
  'Cloudberry',
  'Copperleaf',
  'Dewhollow',
  'Dünensand',
  'Eibenhain',
  'Elderwick',
  'Fallowmoor',
  'Farnblatt',
  'Featherlow',
  'Finkenschlag',
  'Foxglade',
  'Frostmead',
  'Glasswing',
  'Goldregen',
  'Greywater',
  'Haselbusch',
  'Hazelmoor',
  'Heronsgate',
  'Hollybank',
  'Honeycomb',
  'Ivywood',
  'Kieselbach',
  'Kranichfeld',
  'Lerchental',
  'Lilyponds',
  'Longmeadow',
  'Marschland',
  'Meerkamp',
  'Mistelzweig',
  'Moorgreen',
  'Mossbeck',
  'Nettlecombe',
  'Nussgarten',
  'Oakhollow',
  'Otterbach',
  'Pebbleshore',
  'Pinecrest-Test',
  'Quellgrund',
  'Quietwater',
  'Rabenhorst',
  'Rainford',
  'Reedmarsh',
  'Rosenhag',
  'Rushbank',
  'Sandpiper',
  'Schilfrohr',
  'Silverbirch',
  'Sommerlinde',
  'Stonecrop',
  'Summerhill-Test',
  'Sweetbriar',
  'Tannenspitz',
  'Thistledown',
  'Uferweide',
  'Vogelbeer',
  'Wacholder',
  'Waterlily',
  'Weidenkorb',
  'Whitethorn',
  'Willowbend',
  'Windmere',
  'Wollgras',
  'Åkerby-Test',
] as const;

/** A made-up person. */
export interface DemoPerson {
  readonly firstName: string;
  readonly lastName: string;
  /** local part and domain, unique within the numbers given out */
  readonly email: string;
  /** from the range set aside for fiction, never assigned to anyone */
  readonly phone: string;
}

/** How many different people can be made before names repeat; addresses never do. */
export const DIFFERENT_NAMES = GIVEN.length * FAMILY.length;

/**
 * Makes up the n-th person of an organization: always the same one.
 * @param n 0 or more
 * @param domain domain of the work address, under `.example` (RFC 2606)
 */
export function demoPerson(n: number, domain: string): DemoPerson {
  const firstName = pick(GIVEN, n);
  const lastName = pick(FAMILY, n * 31 + Math.floor(n / GIVEN.length));
  const local = [firstName, lastName].map(asciiWord).filter(Boolean).join('.');
  return { firstName, lastName, email: `${local || 'person'}.${n}@${domain}`, phone: `+1 202 555 01${String(n % 100).padStart(2, '0')}` };
}

/** How far apart those stand who are not simply active. */
const EVERY = 500;

/** Where the n-th made-up person stands: nearly everybody is active, a few have yet to accept or are kept out. */
export function demoStatus(n: number): 'active' | 'invited' | 'suspended' {
  if (n % EVERY === 7) return 'invited';
  return n % EVERY === 260 ? 'suspended' : 'active';
}

/**
 * A phone number of somebody who signs in, by country: all of them are set aside for films and books.
 * @param n 0 or more
 * @param country ISO 3166-1 alpha-2; others than Germany and Great Britain have American numbers
 * @see Ofcom, Numbers for use in TV and radio drama; Bundesnetzagentur, Rufnummern für Medienproduktionen
 */
export function demoPhone(n: number, country: string): string {
  const last = String(n % 100).padStart(2, '0');
  if (country === 'DE') return `+49 30 231250${last}`;
  return country === 'GB' ? `+44 7700 9000${last}` : `+1 202 555 01${last}`;
}

const pick = <T>(list: readonly T[], n: number): T => {
  const item = list[n % list.length];
  if (item === undefined) throw new Error('an empty list has nothing to pick');
  return item;
};

const asciiWord = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();
