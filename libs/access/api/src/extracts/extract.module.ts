import { Module } from '@nestjs/common';
import { AccessModule } from '../access.module';
import { GrantUseRepository } from '../grants/grant-use.repository';
import { AskForExtract } from './ask-for-extract';
import { ChoosePeople } from './choose-people';
import { DecideExtract } from './decide-extract';
import { EndExtract } from './end-extract';
import { ExtractFile } from './extract-file';
import { ExtractDesk } from './extract-desk';
import { ExtractLinesRepository } from './extract-lines.repository';
import { ExtractMails } from './extract-mails';
import { ExtractRulesController } from './extract-rules.controller';
import { ExtractRulesRepository } from './extract-rules.repository';
import { ExtractSeals } from './extract-seals';
import { ExtractPresenter } from './extract-view';
import { ExtractWork } from './extract-work';
import { ExtractController } from './extract.controller';
import { ExtractRepository } from './extract.repository';
import { KeepExtractRules } from './keep-extract-rules';
import { PerformExtract } from './perform-extract';
import { ReadExtracts } from './read-extracts';
import { StillMayExtract } from './still-may-extract';
import { WaitingExtractsQuery } from './waiting-extracts';

/**
 * The data of many members, taken out at once. It needs `ExtractPeople`, `GrantPeople`, `ProfileValues`, `PresentActors`, `KeyRing`, `Database` and
 * `Time` from global modules.
 */
@Module({
  imports: [AccessModule],
  controllers: [ExtractController, ExtractRulesController],
  providers: [
    ExtractRepository,
    ExtractLinesRepository,
    ExtractRulesRepository,
    GrantUseRepository,
    ExtractDesk,
    ExtractMails,
    ExtractPresenter,
    ExtractSeals,
    StillMayExtract,
    ChoosePeople,
    AskForExtract,
    DecideExtract,
    EndExtract,
    PerformExtract,
    ExtractWork,
    ExtractFile,
    ReadExtracts,
    KeepExtractRules,
    WaitingExtractsQuery,
  ],
  exports: [ExtractWork, AskForExtract, DecideExtract, WaitingExtractsQuery],
})
export class ExtractModule {}
