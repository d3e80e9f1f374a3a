import { Injectable } from '@nestjs/common';
import { defineWork, type WorkKind } from '@smartpar/platform/jobs';
import { SEND_WORK, SendCheckpoint } from './addresses/send-checkpoint';
import { KeepLogRetention, TRIM_WORK } from './retention/keep-log-retention';

/** Everything about the log that falls due at a moment. */
@Injectable()
export class AuditWork {
  constructor(
    private readonly retention: KeepLogRetention,
    private readonly checkpoints: SendCheckpoint,
  ) {}

  /** What each kind of planned work does. */
  kinds(): readonly WorkKind[] {
    return [defineWork(TRIM_WORK, (tx) => this.retention.trim(tx)), defineWork(SEND_WORK, (tx, { subjectId }) => this.checkpoints.perform(tx, subjectId))];
  }
}
