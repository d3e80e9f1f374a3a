import { ComponentHarness } from '@angular/cdk/testing';
import { ClockChipHarness, TimelineHarness } from '@smartpar/platform/ui/testing';
import { WriteAgainHarness } from '../write-again/write-again.harness';

/** Reads one question as its person sees it, in a spec. */
export class OwnRequestHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-own-request';

  readonly clock = this.locatorForOptional(ClockChipHarness);
  readonly write = this.locatorFor(WriteAgainHarness);

  /** What happened, each as `what: text`. */
  async entries(): Promise<string[]> {
    const entries = await (await this.locatorFor(TimelineHarness)()).entries();
    return Promise.all(entries.map(async (entry) => [await entry.what(), await entry.text()].filter(Boolean).join(': ')));
  }

  /** The note above the conversation; `null` where there is none. */
  async note(): Promise<string | null> {
    return (await (await this.locatorForOptional('.note')())?.text()) ?? null;
  }
}
