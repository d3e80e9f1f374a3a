import type { Role } from '@smartpar/access/model';
import type { Temporal } from '@smartpar/kernel';
import type { AuditEntry } from './audit-entry';
import { canonicalJson } from './canonical-json';

/** Kinds of actor an entry names. */
export const AUDIT_ACTOR_KINDS = ['member', 'person', 'system', 'account', 'nobody'] as const;

/** Whether a member, the holder of a request's link, the system, an account outside any organization, or nobody known. */
export type AuditActorKind = (typeof AUDIT_ACTOR_KINDS)[number];

/** Who did it, by pseudonyms only. */
export interface AuditActor {
  readonly kind: AuditActorKind;
  /** id of the member, the request or the account; name of the process; `null` for nobody known */
  readonly id: string | null;
  /** roles a member held at that moment */
  readonly roles: readonly Role[];
}

/** An entry as it was stored. It never changes. */
export interface RecordedEntry extends AuditEntry {
  readonly id: string;
  readonly organizationId: string;
  readonly at: Temporal.Instant;
  readonly actor: AuditActor;
}

/** Version of the form below. A change of the form takes a new number and leaves old entries as they are. */
export const CANONICAL_VERSION = 1;

/**
 * What an entry is hashed and signed by, now and in every later version: the canonical JSON of its members, times in UTC with six decimals, roles
 * sorted.
 * @see RFC 8785
 */
export const canonicalText = ({ id, organizationId, at, actor, action, target, facts }: RecordedEntry): string =>
  // Written out in the order of the names, since it is done with each entry; a spec holds it to the canonical JSON.
  `{"action":${canonicalJson(action)},"actor":{"id":${canonicalJson(actor.id)},"kind":${canonicalJson(actor.kind)},"roles":${canonicalJson([...actor.roles].sort())}},` +
  `"at":"${inMicroseconds(at)}","facts":${canonicalJson(facts)},"id":${canonicalJson(id)},"organization":${canonicalJson(organizationId)},` +
  `"target":{"id":${canonicalJson(target.id)},"noun":${canonicalJson(target.noun)}},"v":${CANONICAL_VERSION}}`;

/** What is below a thousandth of a second no entry has; the decimals are there since the form names them. */
function inMicroseconds(at: Temporal.Instant): string {
  const written = new Date(at.epochMilliseconds).toISOString();
  return written.length === PLAIN_LENGTH ? `${written.slice(0, -1)}000Z` : at.toString({ smallestUnit: 'microsecond' });
}

/** Length of a moment as `Date` writes it in the years 0 to 9999. */
const PLAIN_LENGTH = 24;

/** The bytes an entry is hashed and signed by: its canonical text in UTF-8. */
export const canonicalBytes = (entry: RecordedEntry): Uint8Array => new TextEncoder().encode(canonicalText(entry));
