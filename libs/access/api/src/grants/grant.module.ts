import { Module } from '@nestjs/common';
import { AccessModule } from '../access.module';
import { AskForGrant } from './ask-for-grant';
import { Deciders } from './deciders';
import { DecideGrant } from './decide-grant';
import { DeputyController } from './deputy.controller';
import { DeputyRepository } from './deputy.repository';
import { EndGrant } from './end-grant';
import { GiveGrant } from './give-grant';
import { GrantDesk } from './grant-desk';
import { GrantMails } from './grant-mails';
import { GrantPresenter } from './grant-view';
import { GrantWork } from './grant-work';
import { GrantController } from './grant.controller';
import { GrantRepository } from './grant.repository';
import { ListGrants } from './list-grants';
import { NameDeputy } from './name-deputy';
import { WaitingGrantsQuery } from './waiting-grants';

/** Timed and scoped grants, and who decides about them. It needs `GrantPeople`, `Database` and `Time` from global modules. */
@Module({
  imports: [AccessModule],
  controllers: [GrantController, DeputyController],
  providers: [
    GrantRepository,
    DeputyRepository,
    Deciders,
    GrantDesk,
    GrantMails,
    GrantPresenter,
    GrantWork,
    AskForGrant,
    DecideGrant,
    GiveGrant,
    EndGrant,
    ListGrants,
    NameDeputy,
    WaitingGrantsQuery,
  ],
  exports: [GrantWork, AskForGrant, DecideGrant, GiveGrant, WaitingGrantsQuery],
})
export class GrantModule {}
