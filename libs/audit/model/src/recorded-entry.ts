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
  canonicalJson({
    v: CANONICAL_VERSION,
    id,
    organization: organizationId,
    at: at.toString({ smallestUnit: 'microsecond' }),
    actor: { kind: actor.kind, id: actor.id, roles: [...actor.roles].sort() },
    action,
    target: { noun: target.noun, id: target.id },
    facts,
  });

/** The bytes an entry is hashed and signed by: its canonical text in UTF-8. */
export const canonicalBytes = (entry: RecordedEntry): Uint8Array => new TextEncoder().encode(canonicalText(entry));
