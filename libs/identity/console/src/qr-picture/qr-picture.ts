import { Component, computed, inject, input, resource } from '@angular/core';
import { QrModules } from './qr-modules';

/** Modules of quiet around the picture, which readers need. */
const QUIET = 4;

/** A text as a picture that a phone's camera reads. It is drawn here: nothing of the text leaves the browser. */
@Component({
  selector: 'sp-qr-picture',
  template: `
    @if (drawing(); as drawn) {
      <svg role="img" [attr.aria-label]="label()" [attr.viewBox]="'0 0 ' + drawn.size + ' ' + drawn.size" shape-rendering="crispEdges">
        <rect class="ground" [attr.width]="drawn.size" [attr.height]="drawn.size" />
        <path class="modules" [attr.d]="drawn.path" />
      </svg>
    }
  `,
  styleUrl: './qr-picture.scss',
})
export class QrPicture {
  private readonly modules = inject(QrModules);

  /** what the picture says */
  readonly text = input.required<string>();
  /** what it is for, in the reader's language */
  readonly label = input.required<string>();

  private readonly drawn = resource({ params: () => this.text(), loader: ({ params }) => this.modules.of(params) });
  protected readonly drawing = computed(() => {
    const rows = this.drawn.hasValue() ? this.drawn.value() : null;
    if (rows === null) return null;
    const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : []))).join('');
    return { size: rows.length + 2 * QUIET, path };
  });
}
