import { Component, computed, inject, input, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { IMPORT_FIELDS, type ImportPreview } from '@smartpar/members/model';
import { Control, Icon, Language } from '@smartpar/platform/ui';
import type { ColumnChoice } from './column-choice';

/** How many values of a column are shown. */
const VALUES = 3;

/** What each column of a file is: its heading and first values, and beside them what it is taken for. */
@Component({
  selector: 'sp-import-columns',
  imports: [Control, Icon, TranslocoPipe],
  templateUrl: './columns.html',
  styleUrl: './columns.scss',
})
export class Columns {
  private readonly language = inject(Language);

  readonly preview = input.required<ImportPreview>();
  readonly chosen = model.required<readonly ColumnChoice[]>();

  protected readonly fields = IMPORT_FIELDS;
  protected readonly rows = computed(() => {
    const { columns, sample } = this.preview();
    return columns.map(({ heading, kept }, index) => {
      const number = index + 1;
      return {
        number,
        heading: heading === '' ? this.language.say('members.import.reading.noHeading', { number }) : heading,
        kept,
        values: sample.flatMap((cells) => (cells[index]?.trim() ? [cells[index] ?? ''] : [])).slice(0, VALUES),
      };
    });
  });

  protected choose(number: number, word: string): void {
    const field = IMPORT_FIELDS.find((one) => one === word) ?? null;
    this.chosen.update((chosen) => chosen.map((before, index) => (index === number - 1 ? field : before)));
  }
}
