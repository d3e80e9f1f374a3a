import { Injectable } from '@nestjs/common';
import { defineWork, type WorkKind } from '@smartpar/platform/jobs';
import { DeIdentify } from './de-identify';
import { DE_IDENTIFY } from './life-work';

/** What about the life of members happens without anybody waiting for it. */
@Injectable()
export class LifeQueue {
  constructor(private readonly deIdentification: DeIdentify) {}

  /** What each kind of planned work does. */
  kinds(): readonly WorkKind[] {
    return [defineWork(DE_IDENTIFY, (tx, { subjectId }) => this.deIdentification.step(tx, subjectId))];
  }
}
