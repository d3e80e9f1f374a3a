import { Injectable, inject, signal } from '@angular/core';
import { Dialogs } from '../dialog/dialogs';
import type { ProofAsked } from './reauthentication-dialog';

/** Asks the person to prove who they are before a dangerous act; the act then goes on by itself. */
@Injectable({ providedIn: 'root' })
export class Reauthentication {
  private readonly dialogs = inject(Dialogs);
  /** a second factor is set up, so a code is asked for beside the password; whoever knows the session says so */
  readonly asksForCode = signal(false);
  private asking: Promise<boolean> | null = null;

  /** @returns whether the person proved it; several acts at once ask only once */
  async ask(): Promise<boolean> {
    this.asking ??= this.open();
    try {
      return await this.asking;
    } finally {
      this.asking = null;
    }
  }

  private async open(): Promise<boolean> {
    const { ReauthenticationDialog } = await import('./reauthentication-dialog');
    return (await this.dialogs.open<boolean, ProofAsked>(ReauthenticationDialog, { code: this.asksForCode() })) ?? false;
  }
}
