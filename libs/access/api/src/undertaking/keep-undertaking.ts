import { Injectable } from '@nestjs/common';
import { type MemberActor, type PublishUndertaking, type SignUndertaking, type Undertaking, undertakingChanged } from '@smartpar/access/model';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { textsOf } from './undertaking-text';
import { UndertakingRepository } from './undertaking.repository';

/** What people promise before they look at others' data: read, signed, and written anew by owners. */
@Injectable()
export class KeepUndertaking {
  constructor(
    private readonly database: Database,
    private readonly undertakings: UndertakingRepository,
  ) {}

  /** The version in force, and whether whoever asks has signed it. */
  read(actor: MemberActor): Promise<Undertaking> {
    return this.database.tenant(actor, (tx) => this.present(tx, actor));
  }

  /**
   * @param key the act's idempotency key
   * @throws {DomainError} `undertaking.changed_meanwhile` where that text is not the one in force
   */
  sign(actor: MemberActor, message: SignUndertaking, key: string): Promise<Undertaking> {
    const operation = 'undertaking.sign';
    return this.database.tenant(actor, async (tx) => {
      const attempt = { key, operation, fingerprint: fingerprintOf(operation, message) };
      const [{ replayed }, { version, texts }] = await Promise.all([once(tx, attempt, {}), this.undertakings.inForce(tx)]);
      const read = texts.find(({ hash }) => hash === message.hash);
      if (version !== message.version || read === undefined) throw undertakingChanged();
      const { locale, hash } = read;
      const { memberId } = actor;
      const entry = { action: 'undertaking.signed', target: { noun: 'undertaking', id: String(version) }, facts: { version, locale, hash } };
      if (!replayed) await this.undertakings.sign(tx, { memberId, version, hash, locale, name: message.name }, entry);
      return this.present(tx, actor);
    });
  }

  /**
   * Puts another version into force; from now on everybody has to sign that one.
   * @param key the act's idempotency key
   * @throws {DomainError} `undertaking.changed_meanwhile`
   */
  publish(actor: MemberActor, message: PublishUndertaking, key: string): Promise<Undertaking> {
    const operation = 'undertaking.publish';
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation, fingerprint: fingerprintOf(operation, message) }, {});
      const [version, texts] = [message.version + 1, textsOf(message.texts)];
      const facts = { version, hashes: texts.map(({ hash }) => hash).join(' ') };
      if (!replayed) {
        await this.undertakings.publish(
          tx,
          { version, texts },
          { action: 'undertaking.published', target: { noun: 'undertaking', id: String(version) }, facts },
        );
      }
      return this.present(tx, actor);
    });
  }

  private async present(tx: TenantTransaction, { memberId }: MemberActor): Promise<Undertaking> {
    const [{ version, texts, publishedAt }, latest] = await Promise.all([this.undertakings.inForce(tx), this.undertakings.latestOf(tx, memberId)]);
    return {
      version,
      texts: [...texts],
      publishedAt: publishedAt?.toISOString() ?? null,
      signed: latest && { version: latest.version, name: latest.name, at: latest.at.toISOString() },
      inForce: latest?.version === version && texts.some(({ hash }) => hash === latest.hash),
    };
  }
}
