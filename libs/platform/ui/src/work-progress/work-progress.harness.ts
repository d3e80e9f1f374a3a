import { ComponentHarness } from '@angular/cdk/testing';

/** Reads how far something is in a spec. */
export class WorkProgressHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-work-progress';

  /** What is seen. */
  async far(): Promise<string> {
    return (await (await this.locatorFor('.far')()).text()).replaceAll(/\s+/g, ' ');
  }

  /** What is heard. */
  async told(): Promise<string> {
    return (await this.locatorFor('[role=status]')()).text();
  }
}
