import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { DialogFrame } from '@smartpar/platform/ui';

/** Every shortcut: its keys and, as a text key below `shell.shortcuts`, what it does. */
const SHORTCUTS = [
  { keys: ['Ctrl', 'K'], does: 'palette' },
  { keys: ['?'], does: 'list' },
  { keys: ['J'], does: 'next' },
  { keys: ['K'], does: 'previous' },
  { keys: ['X'], does: 'select' },
  { keys: ['Shift', 'X'], does: 'selectTo' },
  { keys: ['R'], does: 'reply' },
  { keys: ['B'], does: 'questionBack' },
  { keys: ['A'], does: 'answer' },
  { keys: ['N'], does: 'note' },
  { keys: ['R'], does: 'reveal' },
  { keys: ['Esc'], does: 'close' },
] as const;

/** The list of keyboard shortcuts. */
@Component({
  selector: 'sp-shortcut-list',
  imports: [DialogFrame, MatButton, TranslocoPipe],
  templateUrl: './shortcut-list.html',
  styleUrl: './shortcut-list.scss',
})
export class ShortcutList {
  protected readonly dialog = inject(DialogRef);
  protected readonly shortcuts = SHORTCUTS;
}
