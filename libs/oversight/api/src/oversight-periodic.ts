import { Injectable } from '@nestjs/common';
import { definePeriodic, type PeriodicJob } from '@smartpar/platform/jobs';
import { FoldFigures } from './fold-figures';

/** What oversight does again and again. */
@Injectable()
export class OversightPeriodic {
  constructor(private readonly fold: FoldFigures) {}

  jobs(): readonly PeriodicJob[] {
    return [
      definePeriodic('oversight.fold-figures', '* * * * *', async () => {
        await this.fold.run();
      }),
    ];
  }
}
