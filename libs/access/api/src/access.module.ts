import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Abilities } from './abilities';
import { AbilitiesController } from './abilities.controller';
import { AccessGuard } from './access-guard';
import { BootCheck } from './boot-check';
import { Changes } from './changes/changes';
import { ChangesController } from './changes/changes.controller';
import { CountedReads } from './counted-reads.repository';
import { AbilityHolders } from './holders/ability-holders';
import { EvaluationSwitch } from './evaluations/evaluation-switch';
import { EvaluationRepository } from './evaluations/evaluation.repository';
import { EvaluationsOfTheLog } from './evaluations/log-evaluations';
import { KnownActors } from './known-actors';

/**
 * Guards the whole application. It needs `ACCESS_RULES`, `SessionSource`, `ActorSource`, `Database` and `Time` from
 * global modules.
 */
@Module({
  controllers: [AbilitiesController, ChangesController],
  providers: [
    Abilities,
    AbilityHolders,
    KnownActors,
    BootCheck,
    CountedReads,
    Changes,
    EvaluationRepository,
    EvaluationSwitch,
    EvaluationsOfTheLog,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [Abilities, AbilityHolders, KnownActors, BootCheck, CountedReads, EvaluationRepository, EvaluationSwitch, EvaluationsOfTheLog],
})
export class AccessModule {}
