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

/**
 * Grants, reveals and the ledger. It needs `ProfileValues`, `RoleHolders`, `Database` and `Time` from global modules.
 */
@Module({
  imports: [AccessModule],
  controllers: [StandingGrantController, RevealController, LedgerController, UndertakingController],
  providers: [
    StandingGrantRepository,
    KeepStandingGrants,
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
  exports: [KeepStandingGrants, KeepUndertaking, RevealMember],
})
export class NeedToKnowModule {}
