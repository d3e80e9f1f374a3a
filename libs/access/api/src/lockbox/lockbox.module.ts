import { Module } from '@nestjs/common';
import { AccessModule } from '../access.module';
import { RevealRepository } from '../reveal.repository';
import { DecideLockbox } from './decide-lockbox';
import { KeepLockboxRules } from './keep-lockbox-rules';
import { LockboxMails } from './lockbox-mails';
import { LockboxRulesRepository } from './lockbox-rules.repository';
import { TellLockboxStaff } from './tell-staff';
import { LockboxWork } from './lockbox-work';
import { LockboxController } from './lockbox.controller';
import { LockboxRepository } from './lockbox.repository';
import { ReadLockboxes } from './read-lockboxes';
import { ReadOwnLockboxes } from './read-own-lockboxes';
import { RequestLockbox } from './request-lockbox';
import { StaffLockboxController } from './staff-lockbox.controller';
import { UseLockbox } from './use-lockbox';
import { WaitingLockboxesQuery } from './waiting-lockboxes';

/** Access of SmartPAR's staff to organizations. It needs `LockboxPeople`, `ProfileValues` and `Database` from global modules. */
@Module({
  imports: [AccessModule],
  controllers: [StaffLockboxController, LockboxController],
  providers: [
    LockboxRepository,
    LockboxRulesRepository,
    LockboxMails,
    LockboxWork,
    TellLockboxStaff,
    RevealRepository,
    RequestLockbox,
    ReadOwnLockboxes,
    UseLockbox,
    DecideLockbox,
    ReadLockboxes,
    KeepLockboxRules,
    WaitingLockboxesQuery,
  ],
  exports: [RequestLockbox, DecideLockbox, UseLockbox, LockboxWork, WaitingLockboxesQuery],
})
export class LockboxModule {}
