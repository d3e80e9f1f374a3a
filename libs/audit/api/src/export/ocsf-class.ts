/** What kind of event an entry is, in the words of OCSF. */
export interface OcsfKind {
  readonly class: number;
  readonly activity: number;
  /** whether it tells that something did not work */
  readonly failed?: true;
}

/** Names of the classes in use. */
export const OCSF_CLASSES: Readonly<Record<number, string>> = {
  2005: 'Incident Finding',
  3001: 'Account Change',
  3002: 'Authentication',
  3004: 'Entity Management',
  3005: 'User Access Management',
  3006: 'Group Management',
  6001: 'Web Resources Activity',
  6005: 'Datastore Activity',
};

/** Names of their categories, by the thousands of the class. */
export const OCSF_CATEGORIES: Readonly<Record<number, string>> = { 2: 'Findings', 3: 'Identity & Access Management', 6: 'Application Activity' };

const OTHER = 99;

/** Entries that are more than a change of something, by their whole name. */
const BY_ACTION: Readonly<Record<string, OcsfKind>> = {
  'account.created': { class: 3001, activity: 1 },
  'account.signed-in': { class: 3002, activity: 1 },
  'account.reauthenticated': { class: 3002, activity: 1 },
  'account.password-accepted': { class: 3002, activity: 1 },
  'account.code-accepted': { class: 3002, activity: 1 },
  'account.recovery-code-used': { class: 3002, activity: 1 },
  'account.sign-in-failed': { class: 3002, activity: 1, failed: true },
  'account.confirmation-failed': { class: 3002, activity: 1, failed: true },
  'account.code-refused': { class: 3002, activity: 1, failed: true },
  'account.signed-out': { class: 3002, activity: 2 },
  'account.session-ended': { class: 3002, activity: 2 },
  'account.sessions-ended': { class: 3002, activity: 2 },
  'account.half-sessions-ended': { class: 3002, activity: 2 },
  'account.password-changed': { class: 3001, activity: 3 },
  'account.password-reset-requested': { class: 3001, activity: 4 },
  'account.password-link-used': { class: 3001, activity: 4 },
  'account.second-factor-set-up': { class: 3001, activity: 10 },
  'account.second-factor-removed': { class: 3001, activity: 11 },
  'second-factor.reset': { class: 3001, activity: 11 },
  'member.added': { class: 3001, activity: 1 },
  'member.many-added': { class: 3001, activity: 1 },
  'member.invited': { class: 3001, activity: 1 },
  'member.revealed': { class: 6005, activity: 1 },
  'member.exported': { class: 6001, activity: 7 },
  'audit-log.exported': { class: 6001, activity: 7 },
  'evidence-pack.taken-out': { class: 6001, activity: 7 },
  'member-role.granted': { class: 3005, activity: 1 },
  'member-role.revoked': { class: 3005, activity: 2 },
  'role-assignment.granted': { class: 3005, activity: 1 },
  'role-assignment.revoked': { class: 3005, activity: 2 },
  'group.added': { class: 3006, activity: 6 },
  'group.removed': { class: 3006, activity: 5 },
  'group.members-added': { class: 3006, activity: 3 },
  'group.members-removed': { class: 3006, activity: 4 },
  'violation.reported': { class: 2005, activity: 1 },
};

/** Nouns whose changes have a class of their own. */
const BY_NOUN: Readonly<Record<string, number>> = { account: 3001, member: 3001, group: 3006, violation: 2005 };

const MADE = /(^|-)(added|created|opened|sent|named|claimed|asked|granted|recorded|requested|applied|made)$/;
const TAKEN = /(^|-)(removed|withdrawn|released|forgotten|revoked|trimmed)$/;

/**
 * Finds what kind of event an entry is. An action nobody has listed is a change of a thing.
 * @param action as in the entry: `privacy-request.answered`
 * @see https://schema.ocsf.io/1.8.0
 */
export function ocsfKindOf(action: string): OcsfKind {
  const listed = BY_ACTION[action];
  if (listed !== undefined) return listed;
  const [noun = '', deed = ''] = action.split('.');
  const own = BY_NOUN[noun];
  if (own !== undefined) return { class: own, activity: own === 2005 ? 2 : OTHER };
  return { class: 3004, activity: MADE.test(deed) ? 1 : TAKEN.test(deed) ? 4 : 3 };
}
