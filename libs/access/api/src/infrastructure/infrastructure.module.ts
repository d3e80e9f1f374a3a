import { Module } from '@nestjs/common';
import { AccessModule } from '../access.module';
import { BarredAccessRepository } from './barred-access.repository';
import { InfrastructureAccessRepository } from './infrastructure-access.repository';
import { RecordInfrastructureAccess } from './record-infrastructure-access';
import { TellOfAccess } from './tell-of-access';

/** Access to the machines past the console. It needs `Database` from global modules. */
@Module({
  imports: [AccessModule],
  providers: [InfrastructureAccessRepository, BarredAccessRepository, TellOfAccess, RecordInfrastructureAccess],
  exports: [RecordInfrastructureAccess, TellOfAccess],
})
export class InfrastructureModule {}
