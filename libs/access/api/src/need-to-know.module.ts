import { Module } from '@nestjs/common';
import { AccessModule } from './access.module';
import { GrantUseRepository } from './grants/grant-use.repository';
import { KeepStandingGrants } from './keep-standing-grants';
import { LedgerController } from './ledger.controller';
import { ReadLooks } from './ledger/read-looks';
import { ReadReach } from './ledger/read-reach';
import { ReadLedger } from './read-ledger';
import { RevealController } from './reveal.controller';
import { RevealMember } from './reveal-member';
import { RevealRepository } from './reveal.repository';
import { StandingGrantController } from './standing-grant.controller';
import { StandingGrantRepository } from './standing-grant.repository';
import { KeepUndertaking } from './undertaking/keep-undertaking';
import { ListSignatures } from './undertaking/list-signatures';
import { UndertakingController } from './undertaking/undertaking.controller';
import { UndertakingRepository } from './undertaking/undertaking.repository';
import { AskToWiden } from './widening/ask-to-widen';
import { DecideWidening } from './widening/decide-widening';
import { ReadWidenings } from './widening/read-widenings';
import { SettleWidening } from './widening/settle-widening';
import { WideningMails } from './widening/widening-mails';
import { WideningWork } from './widening/widening-work';
import { WideningRepository } from './widening/widening.repository';

/**
 * Grants, reveals and the ledger. It needs `ProfileValues`, `RoleHolders`, `Database` and `Time` from global modules.
 */
@Module({
  imports: [AccessModule],
  controllers: [StandingGrantController, RevealController, LedgerController, UndertakingController],
  providers: [
    StandingGrantRepository,
    KeepStandingGrants,
    WideningRepository,
    WideningMails,
    SettleWidening,
    WideningWork,
    AskToWiden,
    ReadWidenings,
    DecideWidening,
    RevealRepository,
    RevealMember,
    GrantUseRepository,
    ReadLedger,
    ReadLooks,
    ReadReach,
    UndertakingRepository,
    KeepUndertaking,
    ListSignatures,
  ],
  exports: [KeepStandingGrants, ReadWidenings, WideningWork, KeepUndertaking, RevealMember],
})
export class NeedToKnowModule {}
