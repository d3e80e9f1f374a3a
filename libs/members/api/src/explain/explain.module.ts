import { Module } from '@nestjs/common';
import { AccessModule, RoleModule } from '@smartpar/access/api';
import { ExplainController } from './explain.controller';
import { ExplainMember } from './explain-member';
import { ExplainedSights } from './explained-sights';
import { ListViewers } from './list-viewers';
import { PreviewChange } from './preview-change';

/** Explanations of who sees what. It needs `GrantPeople` and `Database` from global modules. */
@Module({
  imports: [AccessModule, RoleModule],
  controllers: [ExplainController],
  providers: [ExplainedSights, ExplainMember, ListViewers, PreviewChange],
})
export class ExplainModule {}
