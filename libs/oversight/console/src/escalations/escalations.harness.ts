import { ComponentHarness } from '@angular/cdk/testing';
import { ListHarness } from '@smartpar/platform/ui/testing';

/** Drives the list of unanswered questions in a spec. */
export class EscalationsHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-escalations';

  /** What stands in each row. */
  async rows(): Promise<readonly string[]> {
    return (await this.locatorFor(ListHarness)()).rows();
  }
}
