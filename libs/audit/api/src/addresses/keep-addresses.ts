import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import {
  type AddCheckpointAddress,
  type AddressWithSecret,
  type AuditEntry,
  type CheckpointAddressList,
  knownAddress,
  MOST_ADDRESSES,
  noSecret,
  notReachable,
  tooManyAddresses,
} from '@smartpar/audit/model';
import { newId, notFound } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { cancelWaitingWork, planWork } from '@smartpar/platform/jobs';
import { mailOutcomes } from '@smartpar/platform/mail';
import { cancelWebhooks, isWebhookUrl, webhookOutcomes } from '@smartpar/platform/webhooks';
import { AddressSecrets } from './address-secrets';
import { CheckpointAddressRepository, type StoredAddress } from './checkpoint-address.repository';
import { type Outcome, present } from './present-address';
import { SEND_WORK } from './send-checkpoint';

/** Which networks webhooks may reach. */
export abstract class WebhookReach {
  /** whether they may go to machines behind this server's own wall */
  abstract readonly toPrivate: boolean;
}

/** An organization names where its checkpoints are sent, so that somebody outside holds them. */
@Injectable()
export class KeepAddresses {
  constructor(
    private readonly database: Database,
    private readonly addresses: CheckpointAddressRepository,
    private readonly secrets: AddressSecrets,
    private readonly reach: WebhookReach,
  ) {}

  /** All of them, and what became of the last sending to each. */
  list(actor: MemberActor): Promise<CheckpointAddressList> {
    return this.database.tenant(actor, async (tx) => {
      const outcomes = await this.outcomes(tx);
      return { items: (await this.addresses.list(tx)).map((address) => present(address, outcomes.get(address.id))) };
    });
  }

  /** Adds one, and sends the newest checkpoint there at once. @throws {DomainError} `audit.not_reachable`, `audit.known_address`, `audit.too_many_addresses` */
  add(actor: MemberActor, wanted: AddCheckpointAddress, key: string): Promise<AddressWithSecret> {
    if (wanted.kind === 'webhook' && !isWebhookUrl(wanted.target, this.reach.toPrivate)) throw notReachable();
    return this.acting(actor, { operation: 'checkpoint-address.add', key, id: newId(), content: wanted }, async (tx, id) => {
      if ((await this.addresses.list(tx)).length >= MOST_ADDRESSES) throw tooManyAddresses();
      const { kind, target, every } = wanted;
      const more = kind === 'webhook' ? { locale: 'en' as const, secret: this.secrets.make(tx.organizationId, id) } : { locale: wanted.locale, secret: null };
      if (!(await this.addresses.add(tx, { id, kind, target, every, ...more }, entryOf('added', id, { kind, every })))) throw knownAddress();
      await planWork(tx, { organizationId: tx.organizationId, kind: SEND_WORK, subjectId: id, dueAt: tx.at });
    });
  }

  /** Gives a webhook another secret. @throws {DomainError} `not_found`, `audit.no_secret` */
  changeSecret(actor: MemberActor, id: string, key: string): Promise<AddressWithSecret> {
    return this.acting(actor, { operation: 'checkpoint-address.change-secret', key, id, content: { id } }, async (tx) => {
      const address = await this.addresses.find(tx, id);
      if (address === null) throw notFound();
      if (address.kind !== 'webhook') throw noSecret();
      await this.addresses.changeSecret(tx, id, this.secrets.make(tx.organizationId, id), entryOf('secret-changed', id));
    });
  }

  /** Removes one; what waits for it is taken back. @throws {DomainError} `not_found` */
  remove(actor: MemberActor, id: string, key: string): Promise<void> {
    const operation = 'checkpoint-address.remove';
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation, fingerprint: fingerprintOf(operation, id) }, { id });
      if (replayed) return;
      await this.addresses.remove(tx, id, entryOf('removed', id));
      await cancelWaitingWork(tx, { organizationId: tx.organizationId, subjectId: id, kind: SEND_WORK });
      await cancelWebhooks(tx, tx.organizationId, id);
    });
  }

  private acting(actor: MemberActor, act: Act, work: (tx: TenantTransaction, id: string) => Promise<void>): Promise<AddressWithSecret> {
    const { operation, key, content } = act;
    return this.database.tenant(actor, async (tx) => {
      const { replayed, reference } = await once(tx, { key, operation, fingerprint: fingerprintOf(operation, content) }, { id: act.id });
      if (!replayed) await work(tx, reference.id);
      const kept = await this.addresses.find(tx, reference.id);
      if (kept === null) throw notFound();
      return { address: present(kept, (await this.outcomes(tx)).get(kept.id)), secret: this.secretOf(tx, kept) };
    });
  }

  private secretOf({ organizationId }: TenantTransaction, { id, secret }: StoredAddress): string | null {
    return secret === null ? null : this.secrets.open(secret, organizationId, id);
  }

  /** What became of the last thing sent to each address. */
  private async outcomes(tx: TenantTransaction): Promise<ReadonlyMap<string, Outcome>> {
    const outcomes = new Map<string, Outcome>();
    for (const { subjectId, ...outcome } of await webhookOutcomes(tx, tx.organizationId)) outcomes.set(subjectId, outcome);
    for (const { id, kind } of await this.addresses.list(tx)) {
      const last = kind === 'mail' ? (await mailOutcomes(tx, tx.organizationId, id)).at(-1) : undefined;
      if (last !== undefined) outcomes.set(id, { state: last.state, attempts: 0, fault: last.state === 'bounced' ? 'bounced' : null, at: last.at });
    }
    return outcomes;
  }
}

interface Act {
  readonly operation: string;
  readonly key: string;
  readonly id: string;
  readonly content: AddCheckpointAddress | { readonly id: string };
}

const entryOf = (done: string, id: string, facts: AuditEntry['facts'] = {}): AuditEntry => ({
  action: `checkpoint-address.${done}`,
  target: { noun: 'checkpoint-address', id },
  facts,
});
