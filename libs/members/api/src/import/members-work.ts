import { Injectable } from '@nestjs/common';
import { defineWork, type WorkKind } from '@smartpar/platform/jobs';
import { ForgetImport } from './forget-import';
import { IMPORT_WORK } from './import-work';
import { PerformApplication } from './perform-application';
import { PerformCheck } from './perform-check';

/** Everything about members that happens without anybody waiting for it. */
@Injectable()
export class MembersWork {
  constructor(
    private readonly check: PerformCheck,
    private readonly application: PerformApplication,
    private readonly forgetting: ForgetImport,
  ) {}

  /** What each kind of planned work does. */
  kinds(): readonly WorkKind[] {
    return [
      defineWork(IMPORT_WORK.check, (tx, { subjectId }) => this.check.step(tx, subjectId)),
      defineWork(IMPORT_WORK.apply, (tx, { subjectId }) => this.application.step(tx, subjectId)),
      defineWork(IMPORT_WORK.forget, (tx, { subjectId }) => this.forgetting.run(tx, subjectId)),
    ];
  }
}
