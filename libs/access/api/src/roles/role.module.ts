import { Module } from '@nestjs/common';
import { AccessModule } from '../access.module';
import { AssignmentRepository } from './assignment.repository';
import { CustomRoleRepository } from './custom-role.repository';
import { KeepCustomRoles } from './keep-custom-roles';
import { KeepSeparation } from './keep-separation';
import { ListRoles } from './list-roles';
import { RoleController } from './role.controller';
import { SeparationRepository } from './separation.repository';

const SHARED = [AssignmentRepository, CustomRoleRepository, SeparationRepository];

/** Roles. It needs `PresentActors`, `RoleTakers`, `RoleHolders` and `Database` from global modules. */
@Module({
  imports: [AccessModule],
  controllers: [RoleController],
  providers: [...SHARED, ListRoles, KeepCustomRoles, KeepSeparation],
  exports: SHARED,
})
export class RoleModule {}
