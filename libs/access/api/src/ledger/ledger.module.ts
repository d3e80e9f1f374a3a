import { Module } from '@nestjs/common';
import { AccessModule } from '../access.module';
import { ChallengeLook } from './challenge-look';
import { DelayLook } from './delay-look';
import { KeepLedgerNames } from './keep-ledger-names';
import { LedgerDelayController } from './ledger-delay.controller';
import { LedgerMails } from './ledger-mails';
import { LedgerRepository } from './ledger.repository';
import { ReadDelays } from './read-delays';

/** Complaints about looks, looks told later, and whether names are told. It needs `Complaints`, `CasePeople` and `Database` from global modules. */
@Module({
  imports: [AccessModule],
  controllers: [LedgerDelayController],
  providers: [LedgerRepository, LedgerMails, ReadDelays, ChallengeLook, DelayLook, KeepLedgerNames],
  exports: [ReadDelays],
})
export class LedgerModule {}
