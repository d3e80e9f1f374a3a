/** A fact an audit entry may hold: an id, a code, a count or a salted hash; never a name, an address or free text. */
export type AuditFact = string | number | boolean | null;

/** What a writing repository method is told to record. Actor, organization, time and id are added when it is stored. */
export interface AuditEntry {
  /** noun and past participle: `privacy-request.answered` */
  readonly action: string;
  /** what was changed */
  readonly target: { readonly noun: string; readonly id: string };
  readonly facts: Readonly<Record<string, AuditFact>>;
  /** the process of the system in whose name it is recorded, where who acted would tell a reader of the log more than they may know */
  readonly process?: string;
}
