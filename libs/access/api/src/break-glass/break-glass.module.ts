import { Module } from '@nestjs/common';
import { AccessModule } from '../access.module';
import { BreakGlassMails } from './break-glass-mails';
import { BreakGlassWork } from './break-glass-work';
import { BreakGlassController } from './break-glass.controller';
import { BreakGlassRepository } from './break-glass.repository';
import { BreakTheGlass } from './break-the-glass';
import { ReadBreakGlasses } from './read-break-glasses';
import { WaitingBreakGlassesQuery } from './waiting-break-glasses';

/** Looking at once in an emergency. It needs `LockboxPeople` and `Database` from global modules. */
@Module({
  imports: [AccessModule],
  controllers: [BreakGlassController],
  providers: [BreakGlassRepository, BreakGlassMails, BreakGlassWork, BreakTheGlass, ReadBreakGlasses, WaitingBreakGlassesQuery],
  exports: [BreakTheGlass, BreakGlassWork, WaitingBreakGlassesQuery],
})
export class BreakGlassModule {}
