import { Module } from '@nestjs/common';
import { FoldFigures } from './fold-figures';
import { ListEscalations } from './list-escalations';
import { ListOrganizationFigures } from './list-organization-figures';
import { OversightPeriodic } from './oversight-periodic';
import { OversightController } from './oversight.controller';

/** SmartPAR's view on all organizations. It needs `Database` from a global module. */
@Module({
  controllers: [OversightController],
  providers: [ListOrganizationFigures, ListEscalations, FoldFigures, OversightPeriodic],
  exports: [FoldFigures, OversightPeriodic],
})
export class OversightModule {}
