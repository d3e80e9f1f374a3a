import { Dialog } from '@angular/cdk/dialog';
import type { ComponentType } from '@angular/cdk/portal';
import { Injectable, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationStart, Router } from '@angular/router';
import { filter, firstValueFrom } from 'rxjs';

/** Opens dialogs: focus moves in, stays in, and goes back to where it came from. Leaving the page leaves the dialog. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly dialog = inject(Dialog);

  constructor() {
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationStart),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.dialog.closeAll());
  }

  /**
   * Opens a component as a dialog.
   * @param component has a `DialogFrame` at its root; reads `DIALOG_DATA`, closes by `DialogRef`
   * @param data what the dialog is about
   * @returns what the dialog was closed with; `undefined` when it was left by Escape or beside it
   */
  open<Answer, Data = undefined>(component: ComponentType<unknown>, data?: Data): Promise<Answer | undefined> {
    const opened = this.dialog.open<Answer, Data>(component, {
      data,
      panelClass: 'sp-dialog-panel',
      backdropClass: 'sp-dialog-backdrop',
      autoFocus: 'first-tabbable',
      restoreFocus: true,
      ariaModal: true,
      ariaLabelledBy: 'sp-dialog-title',
      closeOnNavigation: true,
    });
    return firstValueFrom(opened.closed, { defaultValue: undefined });
  }
}
