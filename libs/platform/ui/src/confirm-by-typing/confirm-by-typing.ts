import { Injectable, inject } from '@angular/core';
import { Dialogs } from '../dialog/dialogs';
import type { Irrevocable } from './irrevocable';

/** Has the person type what an irrevocable act concerns before it is done. What can be undone needs no such question. */
@Injectable({ providedIn: 'root' })
export class ConfirmByTyping {
  private readonly dialogs = inject(Dialogs);

  /** @returns whether the person typed it and went on */
  async ask(irrevocable: Irrevocable): Promise<boolean> {
    const { ConfirmDialog } = await import('./confirm-dialog');
    return (await this.dialogs.open<boolean, Irrevocable>(ConfirmDialog, irrevocable)) ?? false;
  }
}
