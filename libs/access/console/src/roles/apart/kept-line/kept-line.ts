import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from '@smartpar/platform/ui';
import { CanPipe } from '../../../can/can-pipe';

/** One thing that is kept, in words, and the button that ends it for whoever may. */
@Component({
  selector: 'sp-kept-line',
  imports: [CanPipe, Icon, MatButton],
  templateUrl: './kept-line.html',
  styleUrl: './kept-line.scss',
})
export class KeptLine {
  readonly words = input.required<string>();
  /** what the button says, and what it says to whoever does not see beside what it stands */
  readonly act = input.required<string>();
  readonly actNamed = input.required<string>();
  readonly undone = output();
}
