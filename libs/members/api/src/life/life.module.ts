import { Module } from '@nestjs/common';
import { AccessModule } from '@smartpar/access/api';
import { MembersModule } from '../members.module';
import { MemberDesk } from '../member-desk';
import { BeginDeparture } from './begin-departure';
import { DeactivateMember } from './deactivate-member';
import { DeIdentificationRepository } from './de-identification.repository';
import { DeIdentify } from './de-identify';
import { Depart } from './depart';
import { DepartureRepository } from './departure.repository';
import { KeepLifeRules } from './keep-life-rules';
import { LeaveMyself } from './leave-myself';
import { LeaverController } from './leaver.controller';
import { LifeController } from './life.controller';
import { LifeQueue } from './life-queue';
import { LifeRulesRepository } from './life-rules.repository';
import { OpenEnvelope } from './open-envelope';
import { Outlook } from './outlook';
import { ReadLife } from './read-life';

/** How members leave: over HTTP, and the work that goes on after. It needs `LeavingFacts`, `TracedTables` and `LinkTokens` from global modules. */
@Module({
  imports: [AccessModule, MembersModule],
  controllers: [LifeController, LeaverController],
  providers: [
    MemberDesk,
    DepartureRepository,
    LifeRulesRepository,
    DeIdentificationRepository,
    Outlook,
    BeginDeparture,
    Depart,
    DeactivateMember,
    LeaveMyself,
    ReadLife,
    OpenEnvelope,
    KeepLifeRules,
    DeIdentify,
    LifeQueue,
  ],
  exports: [LifeQueue, DeactivateMember, Depart],
})
export class LifeModule {}
