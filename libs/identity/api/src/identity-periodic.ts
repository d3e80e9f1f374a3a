import { Injectable } from '@nestjs/common';
import { Database } from '@smartpar/platform/database';
import { definePeriodic, type PeriodicJob } from '@smartpar/platform/jobs';
import { ResealFactors } from './reseal-factors';
import { ThrottleRepository } from './throttle.repository';

/** What is done again and again about sign-in. */
@Injectable()
export class IdentityPeriodic {
  constructor(
    private readonly database: Database,
    private readonly counts: ThrottleRepository,
    private readonly reseal: ResealFactors,
  ) {}

  /** Forgets failed attempts that no longer count, and follows a rotation of keys. */
  jobs(): readonly PeriodicJob[] {
    return [
      definePeriodic('identity.forget-attempts', '17 * * * *', () => this.database.global((tx) => this.counts.forgetOld(tx))),
      definePeriodic('identity.reseal-factors', '*/5 * * * *', async () => void (await this.reseal.run())),
    ];
  }
}
