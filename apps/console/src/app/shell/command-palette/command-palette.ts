import { Injectable, inject } from '@angular/core';
import { Dialogs } from '@smartpar/platform/ui';

/** Opens the palette that finds every page by a few letters. */
@Injectable({ providedIn: 'root' })
export class CommandPalette {
  private readonly dialogs = inject(Dialogs);
  private open: Promise<unknown> | null = null;

  /** Shows the palette; once is enough. */
  show(): void {
    this.open ??= this.opened().finally(() => (this.open = null));
  }

  private async opened(): Promise<void> {
    const { PaletteDialog } = await import('./palette-dialog');
    await this.dialogs.open(PaletteDialog);
  }
}
