import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { USAGE_KINDS, type UsageKind, type UsageWeek } from '@smartpar/members/model';
import { CountPipe, Formats, Language } from '@smartpar/platform/ui';

/** The drawing's own units. */
const HEIGHT = 100;
const STEP = 20;
const BAR = 14;

/** One piece of a bar. */
interface Piece {
  readonly kind: UsageKind;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** How much there was week by week: a sentence, a small drawing of bars, and the same as a table. */
@Component({
  selector: 'sp-week-chart',
  imports: [CountPipe, TranslocoPipe],
  templateUrl: './week-chart.html',
  styleUrl: './week-chart.scss',
})
export class WeekChart {
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);

  /** the oldest first */
  readonly weeks = input.required<readonly UsageWeek[]>();

  protected readonly kinds = USAGE_KINDS;
  protected readonly bar = BAR;
  protected readonly box = computed(() => `0 0 ${this.weeks().length * STEP} ${HEIGHT}`);
  private readonly fullest = computed(() =>
    this.weeks().reduce<UsageWeek | null>((most, week) => (most === null || sumOf(week) > sumOf(most) ? week : most), null),
  );

  protected readonly pieces = computed<readonly Piece[]>(() => {
    const most = Math.max(1, ...this.weeks().map(sumOf));
    return this.weeks().flatMap((week, index) => {
      let top = HEIGHT;
      return USAGE_KINDS.map((kind) => {
        const height = (week[kind] / most) * HEIGHT;
        top -= height;
        return { kind, x: index * STEP + (STEP - BAR) / 2, y: top, height };
      });
    });
  });

  protected readonly sentence = computed(() => {
    const [all, fullest] = [this.weeks().reduce((sum, week) => sum + sumOf(week), 0), this.fullest()];
    if (all === 0 || fullest === null) return this.language.say('usage.chart.nothing');
    const facts = { week: this.formats.day(fullest.week), most: this.formats.count(sumOf(fullest)) };
    return this.language.sayCount('usage.chart.sentence', all, facts);
  });

  protected weekOf({ week }: UsageWeek): string {
    return this.formats.shortDay(week);
  }
}

const sumOf = (week: UsageWeek): number => USAGE_KINDS.reduce((sum, kind) => sum + week[kind], 0);
