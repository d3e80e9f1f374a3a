import { Injectable } from '@nestjs/common';
import { Database } from '@smartpar/platform/database';
import { definePeriodic, type PeriodicJob } from '@smartpar/platform/jobs';
import { ThrottleRepository } from './throttle.repository';

/** What is done again and again about sign-in. */
@Injectable()
export class IdentityPeriodic {
  constructor(
    private readonly database: Database,
    private readonly counts: ThrottleRepository,
  ) {}

  /** Forgets failed attempts that no longer count. */
  jobs(): readonly PeriodicJob[] {
    return [definePeriodic('identity.forget-attempts', '17 * * * *', () => this.database.global((tx) => this.counts.forgetOld(tx)))];
  }
}
