import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LedgerLook } from '@smartpar/access/model';
import { Formats, Icon } from '@smartpar/platform/ui';
import { LookWords } from '../look-words';

/** One look at the reader's data: who, what, when, what for and why. */
@Component({
  selector: 'sp-look-line',
  imports: [Icon, TranslocoPipe],
  templateUrl: './look-line.html',
  styleUrl: './look-line.scss',
})
export class LookLine {
  private readonly formats = inject(Formats);
  protected readonly words = inject(LookWords);

  readonly look = input.required<LedgerLook>();
  /** the day stands above the line, or the line says the whole moment itself */
  readonly when = input<'time' | 'moment'>('moment');

  protected readonly moment = computed(() => (this.when() === 'time' ? this.formats.time(this.look().at) : this.formats.moment(this.look().at)));
}
