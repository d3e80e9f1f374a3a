import { Injectable, inject } from '@angular/core';
import type { DroppedOnDay, UsageDiagnostic, UsageKindView, UsedDevice } from '@smartpar/members/model';
import { Formats, Language } from '@smartpar/platform/ui';

/** Says in words what usage data is, whether it is collected, and what became of what is not. */
@Injectable({ providedIn: 'root' })
export class UsageWords {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  /** `Collected. It is kept for 6 months after the month in which it happened.`, or why not. */
  collection({ now, months }: UsageKindView): string {
    const lasts = this.language.sayCount('usage.kept', months);
    return now === 'collected' ? `${this.language.say('usage.now.collected')} ${lasts}` : this.language.say(`usage.now.${now}`);
  }

  /** `Sign-ins: 12 on 2 March 2026, since they are switched off.` */
  dropped({ day, kind, reason, events }: DroppedOnDay): string {
    return this.language.say(`usage.dropped.${reason}`, {
      kind: this.language.say(`usage.kind.${kind}.name`),
      count: this.formats.count(events),
      day: this.formats.day(day),
    });
  }

  /** `Phone, Android 15, Firefox 132` */
  device({ type, system, browser }: UsedDevice): string {
    return [this.language.say(`usage.type.${type}`), system, browser].filter((part) => part !== null).join(', ');
  }

  /** `memory: 512, offline: true` */
  facts({ facts }: UsageDiagnostic): string {
    return Object.entries(facts)
      .map(([name, value]) => `${name}: ${typeof value === 'number' ? this.formats.count(value) : String(value)}`)
      .join(', ');
  }

  /** `Kept until 31 May 2026. The app on phones told of it.` */
  lasting({ until, source }: { readonly until: string; readonly source: string | null }): string {
    const kept = this.language.say('usage.my.until', { day: this.formats.day(until) });
    return source === null ? kept : `${kept} ${this.language.say('usage.my.source', { source })}`;
  }
}
