import { Module } from '@nestjs/common';
import { AccessModule } from '@smartpar/access/api';
import { GroupRepository } from '../groups/group.repository';
import { MembersModule } from '../members.module';
import { SystemTokenModule } from '../tokens/system-token.module';
import { CallController } from './call.controller';
import { CallLog } from './call-log';
import { CallRepository } from './call.repository';
import { ChangeGroups } from './change-groups';
import { ChangeUsers } from './change-users';
import { GroupResourceController } from './group-resource.controller';
import { NumberBlocks } from './number-blocks';
import { PerformBulk } from './perform-bulk';
import { Programs } from './programs';
import { ProvisionedGroupRepository } from './provisioned-group.repository';
import { ProvisioningPeriodic } from './provisioning-periodic';
import { ReadCalls } from './read-calls';
import { ReadGroups } from './read-groups';
import { ReadUsers } from './read-users';
import { ScimDesk } from './scim-desk';
import { SearchEverything } from './search-everything';
import { ServiceController } from './service.controller';
import { UserRepository } from './user.repository';
import { UserResourceController } from './user-resource.controller';

/** What an organization's directory does with members and groups, by SCIM 2.0. It needs `Database`, `Time` and `OrganizationNames` from global modules. */
@Module({
  imports: [AccessModule, MembersModule, SystemTokenModule],
  controllers: [ServiceController, UserResourceController, GroupResourceController, CallController],
  providers: [
    CallLog,
    CallRepository,
    ChangeGroups,
    ChangeUsers,
    GroupRepository,
    NumberBlocks,
    PerformBulk,
    Programs,
    ProvisionedGroupRepository,
    ProvisioningPeriodic,
    ReadCalls,
    ReadGroups,
    ReadUsers,
    ScimDesk,
    SearchEverything,
    UserRepository,
  ],
  exports: [Programs, ProvisioningPeriodic, CallLog],
})
export class ProvisioningModule {}
