import { Component, input } from '@angular/core';

/** The frame of every dialog: a title, what it says, and its buttons (`[actions]`) at the end. */
@Component({
  selector: 'sp-dialog-frame',
  templateUrl: './dialog-frame.html',
  styleUrl: './dialog-frame.scss',
})
export class DialogFrame {
  /** what the dialog is about, in a few words */
  readonly title = input.required<string>();
}
