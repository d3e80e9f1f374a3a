import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import type { AuditEntry } from '@smartpar/audit/model';
import { newId } from '@smartpar/kernel';
import {
  type AttributeChange,
  attributeChangedMeanwhile,
  MAX_ATTRIBUTES,
  type NewAttribute,
  noChoices,
  type ProfileAttribute,
  tooManyAttributes,
} from '@smartpar/members/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { AttributeRepository } from './attribute.repository';

/** An organization says what it keeps of its members beside what everybody has. */
@Injectable()
export class KeepAttributes {
  constructor(
    private readonly database: Database,
    private readonly attributes: AttributeRepository,
  ) {}

  /** Those in use by name, then those used no more. */
  list(actor: MemberActor): Promise<readonly ProfileAttribute[]> {
    return this.database.tenant(actor, (tx) => this.attributes.list(tx));
  }

  /** @throws {DomainError} `profile_attribute.too_many`, `profile_attribute.name_taken` */
  add(actor: MemberActor, attribute: NewAttribute, key: string): Promise<ProfileAttribute> {
    const operation = 'profile-attribute.add';
    const fingerprint = fingerprintOf(operation, { ...attribute });
    return this.database.tenant(actor, async (tx) => {
      const { replayed, reference } = await once(tx, { key, operation, fingerprint }, { id: newId() });
      if (!replayed) {
        if ((await this.attributes.count(tx)) >= MAX_ATTRIBUTES) throw tooManyAttributes();
        const { kind, category, byPerson } = attribute;
        await this.attributes.add(tx, reference.id, attribute, entryOf('added', reference.id, { kind, category, byPerson }));
      }
      return this.attributes.lock(tx, reference.id);
    });
  }

  /** @throws {DomainError} `not_found`, `profile_attribute.changed_meanwhile`, `profile_attribute.name_taken`, `profile_attribute.no_choices` */
  change(actor: MemberActor, id: string, { version, ...change }: AttributeChange, key: string): Promise<ProfileAttribute> {
    return this.act(actor, { operation: 'profile-attribute.change', id, content: { version, ...change }, key }, async (tx, before) => {
      if (before.version !== version) throw attributeChangedMeanwhile();
      const { name = before.name, choices = before.choices, byPerson = before.byPerson } = change;
      if (before.kind !== 'choice' && change.choices !== undefined) throw noChoices();
      const facts = { renamed: name !== before.name, choices: choices.length, byPerson };
      await this.attributes.change(tx, { ...before, name, choices, byPerson }, entryOf('changed', id, facts));
    });
  }

  /** @throws {DomainError} `not_found`, `profile_attribute.changed_meanwhile` */
  retire(actor: MemberActor, id: string, version: number, key: string): Promise<ProfileAttribute> {
    return this.act(actor, { operation: 'profile-attribute.retire', id, content: { version }, key }, (tx) =>
      this.attributes.retire(tx, { id, version }, entryOf('retired', id, {})),
    );
  }

  private act(actor: MemberActor, order: Order, deed: (tx: TenantTransaction, before: ProfileAttribute) => Promise<void>): Promise<ProfileAttribute> {
    const { operation, id, content, key } = order;
    return this.database.tenant(actor, async (tx) => {
      const [{ replayed }, before] = await Promise.all([
        once(tx, { key, operation, fingerprint: fingerprintOf(operation, id, content) }, { id }),
        this.attributes.lock(tx, id),
      ]);
      if (replayed) return before;
      await deed(tx, before);
      return this.attributes.lock(tx, id);
    });
  }
}

interface Order {
  readonly operation: string;
  readonly id: string;
  readonly content: AttributeChange;
  readonly key: string;
}

/** Names and choices are free text, so that the log tells of neither. */
const entryOf = (deed: 'added' | 'changed' | 'retired', id: string, facts: AuditEntry['facts']): AuditEntry => ({
  action: `profile-attribute.${deed}`,
  target: { noun: 'profile-attribute', id },
  facts,
});
