import { ComponentHarness } from '@angular/cdk/testing';
import { TimelineHarness } from '@smartpar/platform/ui/testing';

/** Drives what staff looked at in a spec. */
export class LockboxLooksHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-lockbox-looks';

  /** What was looked at, newest first. */
  async lines(): Promise<readonly string[]> {
    const timeline = await this.locatorForOptional(TimelineHarness)();
    return timeline === null ? [] : Promise.all((await timeline.entries()).map((entry) => entry.what()));
  }

  /** Asks for older ones; the answer is not waited for. */
  async more(): Promise<void> {
    void (await this.locatorFor('button')()).click();
  }

  /** What went wrong, where something did. */
  async problem(): Promise<string> {
    return (await this.locatorFor('sp-timeline ~ sp-problem-note')()).text();
  }
}
