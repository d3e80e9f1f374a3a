import type { IconName } from '@smartpar/platform/ui';

/** The faces of the console that need signing in. */
export type Face = 'my' | 'organization' | 'oversight';

/** What one must be able to do to be shown a way. */
export interface Need {
  readonly action: string;
  readonly noun: string;
}

/** One way through the console: in the rail, in the command palette, or both. */
export interface NavigationEntry {
  /** text key below `navigation.` */
  readonly label: string;
  readonly icon: IconName;
  readonly face: Face;
  /** below `/my`, `/org/<organization>` or `/oversight`; empty for the face's first page */
  readonly path: string;
  readonly needs?: Need;
  /** whoever may do this goes another way: for the palette it is there all the same */
  readonly unless?: Need;
  /** the rail shows few; the palette finds all */
  readonly place: 'rail' | 'palette';
}

/** Every way there is, in the order of the rail. */
export const NAVIGATION: readonly NavigationEntry[] = [
  { label: 'myHome', icon: 'shield', face: 'my', path: '', place: 'rail' },
  { label: 'myHeld', icon: 'document', face: 'my', path: 'held', place: 'rail' },
  { label: 'myLedger', icon: 'eye', face: 'my', path: 'ledger', place: 'rail' },
  { label: 'myClaims', icon: 'globe', face: 'my', path: 'claims', place: 'palette' },
  { label: 'mySessions', icon: 'device', face: 'my', path: 'sessions', place: 'rail' },
  { label: 'myAccount', icon: 'person', face: 'my', path: 'account', place: 'rail' },
  { label: 'myUsage', icon: 'device', face: 'my', path: 'usage', place: 'palette' },
  { label: 'home', icon: 'home', face: 'organization', path: 'home', place: 'rail' },
  { label: 'inbox', icon: 'inbox', face: 'organization', path: 'inbox', needs: { action: 'list', noun: 'privacy-request' }, place: 'rail' },
  { label: 'members', icon: 'people', face: 'organization', path: 'members', needs: { action: 'read', noun: 'member' }, place: 'rail' },
  { label: 'help', icon: 'key', face: 'organization', path: 'members/help', needs: { action: 'help', noun: 'member' }, place: 'palette' },
  { label: 'access', icon: 'key', face: 'organization', path: 'access', needs: { action: 'ask', noun: 'grant' }, place: 'rail' },
  { label: 'accessToData', icon: 'key', face: 'organization', path: 'access/grants', needs: { action: 'read', noun: 'grant' }, place: 'palette' },
  { label: 'takeDataOut', icon: 'download', face: 'organization', path: 'access/extracts/new', needs: { action: 'ask', noun: 'extract' }, place: 'palette' },
  { label: 'askForAccess', icon: 'key', face: 'organization', path: 'access/grants/ask', needs: { action: 'ask', noun: 'grant' }, place: 'palette' },
  { label: 'roles', icon: 'key', face: 'organization', path: 'access/roles', needs: { action: 'read', noun: 'role' }, place: 'palette' },
  { label: 'explain', icon: 'eye', face: 'organization', path: 'access/explain', needs: { action: 'read', noun: 'explanation' }, place: 'palette' },
  { label: 'import', icon: 'upload', face: 'organization', path: 'members/import', needs: { action: 'import', noun: 'member' }, place: 'palette' },
  {
    label: 'grants',
    icon: 'lock',
    face: 'organization',
    path: 'settings/grants',
    needs: { action: 'read', noun: 'standing-grant' },
    place: 'palette',
  },
  {
    label: 'templates',
    icon: 'document',
    face: 'organization',
    path: 'settings/templates',
    needs: { action: 'read', noun: 'reply-template' },
    place: 'palette',
  },
  { label: 'usage', icon: 'device', face: 'organization', path: 'settings/usage', needs: { action: 'read', noun: 'usage-rules' }, place: 'palette' },
  {
    label: 'systemTokens',
    icon: 'key',
    face: 'organization',
    path: 'settings/system-tokens',
    needs: { action: 'read', noun: 'system-token' },
    place: 'palette',
  },
  { label: 'directory', icon: 'link', face: 'organization', path: 'settings/directory', needs: { action: 'read', noun: 'provisioning' }, place: 'palette' },
  { label: 'reviews', icon: 'check', face: 'organization', path: 'access/reviews', needs: { action: 'read', noun: 'access-review' }, place: 'palette' },
  {
    label: 'auditors',
    icon: 'audit',
    face: 'organization',
    path: 'access/reviews/auditors',
    needs: { action: 'read', noun: 'external-auditor' },
    place: 'palette',
  },
  { label: 'lockbox', icon: 'lock', face: 'organization', path: 'access/lockbox', needs: { action: 'read', noun: 'lockbox' }, place: 'palette' },
  { label: 'emergencies', icon: 'alert', face: 'organization', path: 'access/break-glass', needs: { action: 'read', noun: 'break-glass' }, place: 'palette' },
  {
    label: 'emergency',
    icon: 'alert',
    face: 'organization',
    path: 'access/break-glass/now',
    needs: { action: 'break', noun: 'break-glass' },
    place: 'palette',
  },
  {
    label: 'undertaking',
    icon: 'edit',
    face: 'organization',
    path: 'access/undertaking',
    needs: { action: 'list', noun: 'undertaking-signature' },
    place: 'palette',
  },
  { label: 'violations', icon: 'alert', face: 'organization', path: 'access/violations', needs: { action: 'read', noun: 'violation' }, place: 'palette' },
  {
    label: 'evaluations',
    icon: 'note',
    face: 'organization',
    path: 'access/evaluations',
    needs: { action: 'read', noun: 'evaluation' },
    unless: { action: 'ask', noun: 'grant' },
    place: 'rail',
  },
  { label: 'alerts', icon: 'eye', face: 'organization', path: 'access/alerts', needs: { action: 'read', noun: 'volume-alert' }, place: 'palette' },
  { label: 'audit', icon: 'audit', face: 'organization', path: 'audit', needs: { action: 'read', noun: 'audit-entry' }, place: 'rail' },
  { label: 'settings', icon: 'settings', face: 'organization', path: 'settings', needs: { action: 'read', noun: 'organization' }, place: 'rail' },
  { label: 'oversight', icon: 'eye', face: 'oversight', path: '', place: 'rail' },
  { label: 'escalations', icon: 'clock', face: 'oversight', path: 'escalations', needs: { action: 'read', noun: 'escalation' }, place: 'rail' },
  { label: 'disputes', icon: 'globe', face: 'oversight', path: 'disputes', needs: { action: 'read', noun: 'domain-case' }, place: 'rail' },
  { label: 'lockboxes', icon: 'lock', face: 'oversight', path: 'lockboxes', needs: { action: 'request', noun: 'lockbox' }, place: 'rail' },
];

/** The address of a way. */
export function addressOf(entry: Pick<NavigationEntry, 'face' | 'path'>, organizationId: string | null): string {
  const base = entry.face === 'organization' ? `/org/${organizationId ?? ''}` : `/${entry.face}`;
  return entry.path === '' ? base : `${base}/${entry.path}`;
}
