import { Module } from '@nestjs/common';
import { AddressSecrets } from './addresses/address-secrets';
import { CheckpointAddressController } from './addresses/checkpoint-address.controller';
import { CheckpointAddressRepository } from './addresses/checkpoint-address.repository';
import { KeepAddresses } from './addresses/keep-addresses';
import { SendCheckpoint } from './addresses/send-checkpoint';
import { SentCheckpointRepository } from './addresses/sent-checkpoint.repository';
import { AuditPeriodic } from './audit-periodic';
import { AuditWork } from './audit-work';
import { ExportLog } from './export/export-log';
import { ReadSealedLog } from './read-sealed-log';
import { KeepLogRetention } from './retention/keep-log-retention';
import { LogRetentionController } from './retention/log-retention.controller';
import { LogRetentionRepository } from './retention/log-retention.repository';
import { SealLog } from './seal-log';
import { KeepLogViews } from './views/keep-log-views';
import { LogViewController } from './views/log-view.controller';
import { LogViewRepository } from './views/log-view.repository';
import { SealedLogController } from './sealed-log.controller';
import { SealedLogReader } from './sealed-log-reader.repository';
import { SealedLogRepository } from './sealed-log.repository';

/** The seal on the log. It needs `Database`, `KeyRing`, `LogReaders`, `Time` and `WebhookReach` from global modules. */
@Module({
  controllers: [CheckpointAddressController, LogRetentionController, LogViewController, SealedLogController],
  providers: [
    AddressSecrets,
    AuditPeriodic,
    AuditWork,
    ExportLog,
    CheckpointAddressRepository,
    KeepAddresses,
    KeepLogRetention,
    KeepLogViews,
    LogViewRepository,
    LogRetentionRepository,
    ReadSealedLog,
    SendCheckpoint,
    SentCheckpointRepository,
    SealedLogReader,
    SealedLogRepository,
    SealLog,
  ],
  exports: [AddressSecrets, AuditPeriodic, AuditWork, SealLog],
})
export class SealedLogModule {}
