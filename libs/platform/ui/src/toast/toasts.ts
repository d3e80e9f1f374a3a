import { Injectable, signal } from '@angular/core';

/** A short word that something has been done, and the way back. */
export interface Toast {
  readonly id: number;
  /** the sentence, already in the reader's language */
  readonly text: string;
  readonly undo?: () => void;
}

/** How long a toast stays: long enough to read and to take back. */
const SHOWN_MILLISECONDS = 8_000;

/** Says that something has been done, and offers to undo it. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly current = signal<Toast | null>(null);
  private made = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** What is shown now. */
  readonly shown = this.current.asReadonly();

  /**
   * Shows a toast, in the place of the one before.
   * @param text in the reader's language
   * @param undo takes back what was done; without it there is no such button
   */
  show(text: string, undo?: () => void): void {
    this.current.set({ id: ++this.made, text, undo });
    this.resume();
  }

  /** Puts the toast away. */
  dismiss(): void {
    clearTimeout(this.timer);
    this.current.set(null);
  }

  /** Takes back what was done. */
  undo(): void {
    this.current()?.undo?.();
    this.dismiss();
  }

  /** Keeps the toast while somebody is reading or reaching for it. */
  pause(): void {
    clearTimeout(this.timer);
  }

  /** Lets it go after its time again. */
  resume(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.current.set(null), SHOWN_MILLISECONDS);
  }
}
