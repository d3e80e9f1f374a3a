import { Component, computed, inject, input } from '@angular/core';
import type { LeavingOutlook } from '@smartpar/members/model';
import { ConsequencePanel, Formats, Language, type Consequence } from '@smartpar/platform/ui';

/** What stays of one kind: for each of its reasons, and how much of it where that was counted. */
interface Staying {
  readonly reasons: readonly string[];
  readonly count: number | null;
}

/** What goes, what stays and why, and until when it can be taken back: the same panel for whoever decides it and for whom it is about. */
@Component({
  selector: 'sp-leaving-outlook',
  imports: [ConsequencePanel],
  template: `<sp-consequence-panel [heading]="heading()" [consequences]="consequences()" />`,
})
export class Outlook {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  readonly of = input.required<LeavingOutlook>();
  readonly heading = input.required<string>();
  /** until when it can be taken back; none where nothing can */
  readonly until = input<string | null>(null);

  protected readonly consequences = computed<readonly Consequence[]>(() => {
    const { goes, plannedAt, waits } = this.of();
    const stays = byKind(this.of().stays);
    const until = this.until();
    return [
      ...(until === null ? [] : [this.line('undo', 'undo', { day: this.formats.day(until) })]),
      ...(plannedAt === null ? [] : [this.line('goes', 'planned', { day: this.formats.day(plannedAt) })]),
      ...waits.filter(({ kind }) => kind === 'hold' || kind === 'request').map(({ kind }) => this.line('stays', `waits.${kind}`)),
      // where something of the same kind stays, it is only what is personal in it that goes
      ...goes.map(({ kind, count }) => this.line('goes', stays.has(kind) ? 'goesWithin' : 'goes', { what: this.kind(kind), count: this.formats.count(count) })),
      ...[...stays].map(([kind, { reasons, count }]) =>
        this.line('stays', count === null ? 'staysUncounted' : 'stays', {
          what: this.kind(kind),
          why: reasons.map((why) => this.language.say(`members.life.why.${why}`)).join(' '),
          count: this.formats.count(count ?? 0),
        }),
      ),
    ];
  });

  private kind(kind: string): string {
    return this.language.say(`members.life.kind.${kind}`);
  }

  private line(kind: Consequence['kind'], key: string, figures: Readonly<Record<string, string>> = {}): Consequence {
    return { kind, text: this.language.say(`members.life.outlook.${key}`, figures) };
  }
}

/** One line for each kind, however many reasons it stays for. */
function byKind(stays: LeavingOutlook['stays']): ReadonlyMap<string, Staying> {
  const kinds = new Map<string, Staying>();
  for (const { kind, why, count } of stays) {
    const before = kinds.get(kind) ?? { reasons: [], count: null };
    kinds.set(kind, { reasons: [...before.reasons, why], count: count === null ? before.count : count + (before.count ?? 0) });
  }
  return kinds;
}
