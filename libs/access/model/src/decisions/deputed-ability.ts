import type { AbilityName } from '../roles/role-holding';

/** Nouns about which one person asks and another decides. */
const DECIDED = ['grant', 'standing-grant', 'lockbox', 'violation', 'ledger-delay', 'extract'] as const;

/** What a deputy does in somebody's place: deciding, and reading what there is to decide. Nothing else of what that somebody may do is lent. */
const DEPUTED: ReadonlySet<AbilityName> = new Set<AbilityName>([
  ...DECIDED.flatMap((noun): AbilityName[] => [`${noun}.read`, `${noun}.decide`]),
  'break-glass.read',
  'break-glass.review',
]);

/** Tells whether whoever stands in for somebody may do this in their place. */
export const isDeputed = (ability: AbilityName): boolean => DEPUTED.has(ability);
