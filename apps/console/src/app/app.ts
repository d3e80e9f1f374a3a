import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '@smartpar/access/console';
import { isTyping } from '@smartpar/platform/ui';
import { Arrival } from './shell/arrival';
import { ClaimNotice } from './shell/claim-notice';
import { CommandPalette } from './shell/command-palette/command-palette';
import { Connection } from './shell/connection';
import { EmergencyNotice } from './shell/emergency-notice';
import { FactorNotice } from './shell/factor-notice';
import { Shortcuts } from './shell/shortcuts/shortcuts';

/** The console itself: the way past the navigation, the frame of the page, and the keys that work everywhere. */
@Component({
  selector: 'sp-root',
  imports: [RouterOutlet, TranslocoPipe],
  templateUrl: './app.html',
  styleUrl: './app.scss',
  host: { '(document:keydown)': 'press($event)' },
})
export class App {
  private readonly session = inject(Session);
  private readonly palette = inject(CommandPalette);
  private readonly shortcuts = inject(Shortcuts);

  constructor() {
    inject(Arrival).watch();
    inject(Connection).watch();
    inject(FactorNotice);
    inject(EmergencyNotice);
    inject(ClaimNotice);
  }

  protected press(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && this.session.signedIn()) {
      event.preventDefault();
      this.palette.show();
    } else if (event.key === '?' && !isTyping(event.target)) {
      this.shortcuts.show();
    }
  }

  protected skip(event: Event): void {
    event.preventDefault();
    document.getElementById('main')?.focus();
  }
}
