import { type DynamicModule, Module } from '@nestjs/common';
import { ACCESS_RULES } from '@smartpar/access/api';
import { WebhookReach } from '@smartpar/audit/api';
import { IdentitySettings } from '@smartpar/identity/api';
import { Time } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { KeyRing, LinkTokens } from '@smartpar/platform/http';
import type { Configuration } from './config/configuration';
import { allAccessRules } from './slices';

/** What every slice may ask for, made before the application. */
export interface Platform {
  readonly database: Database;
  readonly time: Time;
  readonly keys: KeyRing;
  readonly configuration: Pick<Configuration, 'sessions' | 'staffFactor' | 'WEBHOOKS_TO_PRIVATE'>;
}

/** Offers the platform to every slice. */
@Module({})
export class PlatformModule {
  static of({ database, time, keys, configuration: { sessions, staffFactor, WEBHOOKS_TO_PRIVATE } }: Platform): DynamicModule {
    const providers = [
      { provide: Database, useValue: database },
      { provide: Time, useValue: time },
      { provide: KeyRing, useValue: keys },
      { provide: LinkTokens, useValue: new LinkTokens(keys) },
      { provide: IdentitySettings, useValue: { sessions, staffFactor } },
      { provide: WebhookReach, useValue: { toPrivate: WEBHOOKS_TO_PRIVATE } },
      { provide: ACCESS_RULES, useValue: allAccessRules },
    ];
    return { module: PlatformModule, global: true, providers, exports: providers };
  }
}
