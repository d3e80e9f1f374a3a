const LEGAL_FORMS = new Set([
  'ag',
  'bv',
  'co',
  'corp',
  'corporation',
  'ev',
  'gmbh',
  'inc',
  'kg',
  'limited',
  'llc',
  'llp',
  'ltd',
  'mbh',
  'nv',
  'ohg',
  'plc',
  'pte',
  'sa',
  'sarl',
  'se',
  'spa',
  'srl',
  'ug',
]);

/**
 * The form in which names of organizations are compared: without case, accents, punctuation and legal form, so that "ACME Gmbh" is
 * "Acme". A name made of legal forms alone is kept whole.
 */
export function foldOrganizationName(name: string): string {
  const folded = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('.', '');
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const telling = words.filter((word) => !LEGAL_FORMS.has(word));
  return (telling.length > 0 ? telling : words).join(' ');
}

/** Tells whether two names mean the same organization. */
export const isSameOrganizationName = (one: string, other: string): boolean => {
  const folded = foldOrganizationName(one);
  return folded !== '' && folded === foldOrganizationName(other);
};
