import { Injectable } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import { Time } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { KeyRing, Seals } from '@smartpar/platform/http';
import { newWebhookSecret, NotTaken, type WebhookDestination, WebhookDestinations } from '@smartpar/platform/webhooks';
import { CheckpointAddressRepository } from './checkpoint-address.repository';

const PURPOSE = 'checkpoint-address';

/** Secrets of addresses, sealed; and where a webhook goes at the moment it leaves. */
@Injectable()
export class AddressSecrets extends WebhookDestinations {
  private readonly seals: Seals;

  constructor(
    keys: KeyRing,
    private readonly database: Database,
    private readonly time: Time,
    private readonly addresses: CheckpointAddressRepository,
  ) {
    super();
    this.seals = new Seals(keys, PURPOSE);
  }

  /** Makes a secret and seals it. */
  make(organizationId: string, addressId: string): string {
    return this.seals.seal(Buffer.from(newWebhookSecret()), [organizationId, addressId]);
  }

  /** The secret as its receiver is shown it; `null` where its key is gone. */
  open(sealed: string, organizationId: string, addressId: string): string | null {
    const secret = this.seals.open(sealed, [organizationId, addressId]);
    return secret === null ? null : Buffer.from(secret).toString();
  }

  /** The same secret sealed by the current key, where it was sealed by an older one; `null` where there is nothing to do. */
  resealed(sealed: string, organizationId: string, addressId: string): string | null {
    const secret = this.seals.isCurrent(sealed) ? null : this.open(sealed, organizationId, addressId);
    return secret === null ? null : this.seals.seal(Buffer.from(secret), [organizationId, addressId]);
  }

  override async find(organizationId: string, subjectId: string): Promise<WebhookDestination | null> {
    const address = await this.database.tenant(systemActor(organizationId, 'webhooks'), (tx) => this.addresses.find(tx, subjectId));
    if (address?.kind !== 'webhook') return null;
    const { secret, formerSecret, formerUntil, target } = address;
    const isFormerGood = formerUntil !== null && formerUntil.getTime() > this.time.now().epochMilliseconds;
    const secrets = [secret, isFormerGood ? formerSecret : null]
      .map((sealed) => (sealed === null ? null : this.open(sealed, organizationId, subjectId)))
      .filter((opened) => opened !== null);
    // Unsigned it would be of no use to anybody.
    if (secrets.length === 0) throw new NotTaken('no-secret');
    return { url: target, secrets };
  }
}
