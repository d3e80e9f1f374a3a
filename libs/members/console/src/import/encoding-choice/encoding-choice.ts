import { Component, computed, inject, input, model, resource } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { IMPORT_ENCODINGS, type ImportEncoding, type ImportPreview } from '@smartpar/members/model';
import { Api, Icon, Pending } from '@smartpar/platform/ui';
import { cellsAt, tellingPlaces } from '../columns/column-choice';

/** Ways in which nearly every file is written; the others are offered where the file looks like one of them. */
const USUAL: readonly ImportEncoding[] = ['utf-8', 'windows-1252'];

/** Asks how the letters of a file are written, by showing how the same names read in each way. */
@Component({
  selector: 'sp-encoding-choice',
  imports: [Icon, Pending, TranslocoPipe],
  templateUrl: './encoding-choice.html',
  styleUrl: './encoding-choice.scss',
})
export class EncodingChoice {
  private readonly api = inject(Api);

  /** the preview of the import, below the API */
  readonly path = input.required<string>();
  readonly guess = input.required<ImportPreview['guess']>();
  readonly chosen = model.required<ImportEncoding | null>();
  /** somebody wanted to go on without an answer */
  readonly missing = input(false);

  private readonly offered = computed(() => {
    const wanted = new Set<ImportEncoding | null>([this.guess().encoding, this.chosen(), ...USUAL]);
    const [first, rest] = [this.guess().encoding, IMPORT_ENCODINGS.filter((one) => wanted.has(one) && one !== this.guess().encoding)];
    return [first, ...rest].join(' ');
  });
  protected readonly previews = resource({
    params: () => ({ path: this.path(), offered: this.offered() }),
    loader: ({ params }) =>
      Promise.all(
        IMPORT_ENCODINGS.filter((one) => params.offered.split(' ').includes(one)).map(async (encoding) => ({
          encoding,
          preview: await this.api.get<ImportPreview>(params.path, { encoding }),
        })),
      ),
  });
  /** the likeliest first */
  protected readonly ways = computed(() => {
    const previews = this.previews.hasValue() ? this.previews.value() : [];
    const likeliest = previews.find(({ encoding }) => encoding === this.guess().encoding);
    if (likeliest === undefined) return [];
    const places = tellingPlaces(likeliest.preview);
    return [likeliest, ...previews.filter((one) => one !== likeliest)].map(({ encoding, preview }) => ({ encoding, reads: cellsAt(preview, places) }));
  });
  protected readonly differs = computed(() => this.ways().some(({ reads }) => reads !== ''));
}
