/** Kinds of reading that are counted rather than written down one by one. */
export const COUNTED_READS = ['look-up', 'export', 'import'] as const;

/** A reading that is counted: somebody asked for an exact address or number, took a list out, or brought one in. */
export type CountedReadKind = (typeof COUNTED_READS)[number];
