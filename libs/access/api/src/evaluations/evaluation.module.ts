import { Module } from '@nestjs/common';
import { NoteSigner } from '@smartpar/audit/api';
import { AccessModule } from '../access.module';
import { EvaluateLooks } from './evaluate-looks';
import { EvaluationWork } from './evaluation-work';
import { EvaluationController } from './evaluation.controller';
import { KeepEvaluationRules } from './keep-evaluation-rules';
import { LookVolumeRepository } from './look-volume.repository';
import { MakeReceipt } from './make-receipt';
import { ReadEvaluations } from './read-evaluations';
import { ReadReceipts } from './read-receipts';
import { ReadVolumeAlerts } from './read-volume-alerts';
import { ReceiptRepository } from './receipt.repository';
import { SettleVolumeAlert } from './settle-volume-alert';
import { VolumeAlertMails } from './volume-alert-mails';
import { VolumeAlertController } from './volume-alert.controller';
import { VolumeAlertRepository } from './volume-alert.repository';

/** Evaluations of worker data, alerts and receipts. It needs `Database`, `KeyRing` and `Time` from global modules. */
@Module({
  imports: [AccessModule],
  controllers: [EvaluationController, VolumeAlertController],
  providers: [
    EvaluateLooks,
    EvaluationWork,
    KeepEvaluationRules,
    LookVolumeRepository,
    MakeReceipt,
    NoteSigner,
    ReadEvaluations,
    ReadReceipts,
    ReadVolumeAlerts,
    ReceiptRepository,
    SettleVolumeAlert,
    VolumeAlertMails,
    VolumeAlertRepository,
  ],
  exports: [EvaluationWork, KeepEvaluationRules, ReadVolumeAlerts],
})
export class EvaluationModule {}
