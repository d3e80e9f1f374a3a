import { Injectable, inject } from '@angular/core';
import { categoryWord, isProfileCategory } from '@smartpar/access/model';
import type { AuditEntryLine, AuditFact } from '@smartpar/audit/model';
import { Formats, Language } from '@smartpar/platform/ui';

/** One fact of an entry, in words. */
export interface FactWords {
  readonly name: string;
  readonly value: string;
}

/** Facts that tie an entry to others and tell a reader nothing. */
const SILENT: ReadonlySet<string> = new Set(['messageId', 'handoverId', 'revealId']);

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LONG = 12;

/** Facts that are one or several words, and where those have their sentences. */
const WORDS: Readonly<Record<string, (word: string) => string>> = {
  category: (word) => (isProfileCategory(word) ? categoryWord(word) : word),
  categories: (word) => (isProfileCategory(word) ? categoryWord(word) : word),
  purpose: (word) => `access.purposes.${word}`,
  fromPurposes: (word) => `access.purposes.${word}`,
  toPurposes: (word) => `access.purposes.${word}`,
  fromMode: (word) => `access.grants.mode.${word}`,
  toMode: (word) => `access.grants.mode.${word}`,
  reason: (word) => `access.reasons.${word}`,
  role: (word) => `access.roles.${word}.name`,
  source: (word) => `audit.value.${word}`,
  fields: (word) => `audit.field.${word}`,
  roles: (word) => `access.roles.${word}.name`,
};

/** Puts entries of the log into plain words. What has no words yet is shown by its code, never left out. */
@Injectable({ providedIn: 'root' })
export class EntryWords {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  /** What was done; `null` where there are no words for it. */
  what({ action }: Pick<AuditEntryLine, 'action'>): string | null {
    return this.known(`audit.action.${action}`);
  }

  /** Who did it: a member by number, others by what they are. Never a name. */
  who({ actor }: Pick<AuditEntryLine, 'actor'>): string {
    if (actor.kind === 'member' && actor.memberNumber !== null) return actor.memberNumber;
    return this.language.say(`audit.actor.${actor.kind}`);
  }

  /** In what role, or as which process. */
  as({ actor }: Pick<AuditEntryLine, 'actor'>): string {
    if (actor.kind === 'system') return this.process(actor.id ?? '');
    return this.formats.list(actor.roles.map((role) => this.language.say(`access.roles.${role}.name`)));
  }

  private process(name: string): string {
    return this.known(`audit.process.${name}`) ?? name;
  }

  /** What kind of thing it was done to. */
  noun(noun: string): string {
    return this.known(`audit.noun.${noun}`) ?? noun;
  }

  /** The facts an entry holds. */
  facts({ facts }: Pick<AuditEntryLine, 'facts'>): readonly FactWords[] {
    return Object.entries(facts)
      .filter(([name]) => !SILENT.has(name))
      .map(([name, value]) => ({ name: this.known(`audit.fact.${name}`) ?? name, value: this.value(name, value) }));
  }

  private value(name: string, value: AuditFact): string {
    if (typeof value === 'number') return this.formats.count(value);
    const text = String(value);
    const words = this.severalWords(name, text) ?? this.known(`audit.value.${text === '' ? 'null' : text}`);
    if (words !== null) return words;
    return ID.test(text) ? shortId(text) : text.length > LONG ? `${text.slice(0, LONG)}…` : text;
  }

  /** `Name and Work phone` for the categories of a look; `null` where a fact is not of such words. */
  private severalWords(name: string, text: string): string | null {
    const key = WORDS[name];
    const words = key === undefined ? [] : text.split(' ').map((word) => this.known(key(word)));
    return words.length === 0 || words.includes(null) ? null : this.formats.list(words.filter((word) => word !== null));
  }

  private known(key: string): string | null {
    return this.language.knows(key) ? this.language.say(key) : null;
  }
}

/** The end of an id, enough to tell one thing from another by eye. */
export const shortId = (id: string): string => (ID.test(id) ? `…${id.slice(-6)}` : id);
