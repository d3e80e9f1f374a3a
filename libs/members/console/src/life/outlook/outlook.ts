import { Component, computed, inject, input } from '@angular/core';
import type { LeavingOutlook } from '@smartpar/members/model';
import { ConsequencePanel, Formats, Language, type Consequence } from '@smartpar/platform/ui';

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
    const { goes, stays, plannedAt, waits } = this.of();
    const until = this.until();
    return [
      ...(until === null ? [] : [this.line('undo', 'undo', { day: this.formats.day(until) })]),
      ...(plannedAt === null ? [] : [this.line('told', 'planned', { day: this.formats.day(plannedAt) })]),
      ...waits.filter(({ kind }) => kind === 'hold' || kind === 'request').map(({ kind }) => this.line('stays', `waits.${kind}`)),
      ...goes.map(({ kind, count }) => this.line('goes', 'goes', { what: this.kind(kind), count: this.formats.count(count) })),
      ...stays.map(({ kind, why, count }) =>
        this.line('stays', count === null ? 'staysUncounted' : 'stays', {
          what: this.kind(kind),
          why: this.language.say(`members.life.why.${why}`),
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
