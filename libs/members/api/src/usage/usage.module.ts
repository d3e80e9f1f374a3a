import { Module } from '@nestjs/common';
import { AccessModule } from '@smartpar/access/api';
import { SystemTokenModule } from '../tokens/system-token.module';
import { IngestController } from './ingest.controller';
import { IngestUsage } from './ingest-usage';
import { KeepUsageRules } from './keep-usage-rules';
import { MyUsageController } from './my-usage.controller';
import { ReadMyUsage } from './read-my-usage';
import { UsageCounts } from './usage-count.repository';
import { UsageRecordRepository } from './usage-record.repository';
import { UsageRulesController } from './usage-rules.controller';
import { UsageRulesRepository } from './usage-rules.repository';
import { UsageWork } from './usage-work';

/** What the app tells of members: taken in, kept for a while, shown to whoever it is about. It needs `Database` and `Time` from global modules. */
@Module({
  imports: [AccessModule, SystemTokenModule],
  controllers: [IngestController, UsageRulesController, MyUsageController],
  providers: [IngestUsage, KeepUsageRules, ReadMyUsage, UsageCounts, UsageRecordRepository, UsageRulesRepository, UsageWork],
  exports: [IngestUsage, KeepUsageRules, UsageWork],
})
export class UsageModule {}
