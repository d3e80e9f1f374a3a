import { DOCUMENT, Component, DestroyRef, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { MatButton } from '@angular/material/button';
import { Icon } from '../icon/icon';

const SAID_MILLISECONDS = 3_000;

/** Copies a text and says so. */
@Component({
  selector: 'sp-copy-button',
  imports: [Icon, MatButton, TranslocoPipe],
  template: `
    <button matButton="outlined" type="button" (click)="copy()">
      <sp-icon [name]="state() === 'copied' ? 'check' : 'copy'" />
      {{ label() ?? ('ui.copy.copy' | transloco) }}
    </button>
    <span class="sp-visually-hidden" role="status">{{ state() === 'still' ? '' : ('ui.copy.' + state() | transloco) }}</span>
  `,
})
export class CopyButton {
  private readonly clipboard = inject(DOCUMENT).defaultView?.navigator.clipboard;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** what is copied */
  readonly text = input.required<string>();
  /** the button's word, in the reader's language; "Copy" without it */
  readonly label = input<string>();

  protected readonly state = signal<'still' | 'copied' | 'refused'>('still');

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected async copy(): Promise<void> {
    try {
      await this.clipboard?.writeText(this.text());
      this.state.set(this.clipboard === undefined ? 'refused' : 'copied');
    } catch {
      this.state.set('refused');
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.state.set('still'), SAID_MILLISECONDS);
  }
}
