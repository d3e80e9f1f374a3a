import { ComponentHarness } from '@angular/cdk/testing';
import { TimelineHarness } from '@smartpar/platform/ui/testing';
import { ReviewBreakGlassHarness } from '../review/review-break-glass.harness';

/** Drives the page of one emergency in a spec. */
export class BreakGlassPageHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-break-glass-page';

  /** What was looked at, newest first. */
  async looks(): Promise<readonly string[]> {
    const timeline = await this.locatorForOptional(TimelineHarness)();
    return timeline === null ? [] : Promise.all((await timeline.entries()).map((entry) => entry.what()));
  }

  /** Asks for older looks; the answer is not waited for. */
  async more(): Promise<void> {
    for (const button of await this.locatorForAll('button')()) if ((await button.text()).includes('Show more')) void button.click();
  }

  /** What went wrong with reading more. */
  async problem(): Promise<string> {
    return (await this.locatorFor('sp-timeline ~ sp-problem-note')()).text();
  }

  /** The judging, for whoever may. */
  async review(): Promise<ReviewBreakGlassHarness | null> {
    return this.locatorForOptional(ReviewBreakGlassHarness)();
  }
}
