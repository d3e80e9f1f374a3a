import { ComponentHarness } from '@angular/cdk/testing';

/** Reads one entry of a timeline in a spec. */
export class TimelineEntryHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-timeline-entry';

  /** What happened. */
  async what(): Promise<string> {
    return (await this.locatorFor('.what')()).text();
  }

  /** What was written; empty where nothing was. */
  async text(): Promise<string> {
    return (await this.locatorFor('.text')()).text();
  }
}

/** Reads a timeline in a spec. */
export class TimelineHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-timeline';

  readonly entries = this.locatorForAll(TimelineEntryHarness);
}
