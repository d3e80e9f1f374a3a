import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule, GrantModule, LockboxModule, NeedToKnowModule } from '@smartpar/access/api';
import { BreakGlassModule, ExtractModule, InfrastructureModule } from '@smartpar/access/api';
import { EvaluationModule, LedgerModule, ReviewModule, ViolationModule } from '@smartpar/access/api';
import { AuditModule, SealedLogModule } from '@smartpar/audit/api';
import { HomeModule } from '@smartpar/home/api';
import { IdentityModule } from '@smartpar/identity/api';
import { ExplainModule, LifeModule, MemberAdministrationModule, MembersModule } from '@smartpar/members/api';
import { ProvisioningModule, SystemTokenModule, UsageModule } from '@smartpar/members/api';
import { OrganizationsModule } from '@smartpar/organizations/api';
import { OversightModule } from '@smartpar/oversight/api';
import { DevelopmentMailbox, type MailRendering } from '@smartpar/platform/mail';
import { RequestsModule } from '@smartpar/requests/api';
import { RetentionModule } from '@smartpar/retention/api';
import type { Configuration } from './config/configuration';
import { type ConsoleFacts, offeredLocales } from './console-facts/console-facts.contract';
import { ConsoleFactsModule } from './console-facts/console-facts.module';
import { type Platform, PlatformModule } from './platform.module';
import { WiringModule } from './wiring/wiring.module';

const told = ({ own, shared }: Configuration['sessions']): ConsoleFacts['sessions'] => ({
  idleMinutes: own.idle.total('minutes'),
  longestMinutes: own.absolute.total('minutes'),
  sharedIdleMinutes: shared.idle.total('minutes'),
});

/** What the application is put together from. */
export interface AppParts extends Platform {
  readonly configuration: Configuration;
  readonly rendering: MailRendering;
}

/** The server: every slice, the platform beneath them and the wires between them. */
@Module({})
export class AppModule {
  static of(parts: AppParts): DynamicModule {
    const { configuration, database, rendering } = parts;
    const development = configuration.SMTP_URL === undefined;
    const facts = {
      locales: offeredLocales,
      product: { name: 'SmartPAR', mode: configuration.INSTALLATION },
      sessions: told(configuration.sessions),
      development,
    };
    return {
      module: AppModule,
      imports: [
        PlatformModule.of(parts),
        WiringModule,
        AccessModule,
        NeedToKnowModule,
        GrantModule,
        ReviewModule,
        ExtractModule,
        ViolationModule,
        LedgerModule,
        EvaluationModule,
        LockboxModule,
        BreakGlassModule,
        InfrastructureModule,
        AuditModule,
        SealedLogModule,
        IdentityModule,
        OrganizationsModule,
        MembersModule,
        MemberAdministrationModule,
        ExplainModule,
        LifeModule,
        RetentionModule,
        RequestsModule,
        OversightModule,
        SystemTokenModule,
        UsageModule,
        ProvisioningModule,
        HomeModule,
        ConsoleFactsModule.of(facts, development ? new DevelopmentMailbox(database, rendering) : null),
      ],
    };
  }
}
