import { Injectable, inject } from '@angular/core';
import { Dialogs } from '@smartpar/platform/ui';

/** Opens the list of keyboard shortcuts. */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  private readonly dialogs = inject(Dialogs);
  private open: Promise<unknown> | null = null;

  /** Shows the list; once is enough. */
  show(): void {
    this.open ??= this.opened().finally(() => (this.open = null));
  }

  private async opened(): Promise<void> {
    const { ShortcutList } = await import('./shortcut-list');
    await this.dialogs.open(ShortcutList);
  }
}
