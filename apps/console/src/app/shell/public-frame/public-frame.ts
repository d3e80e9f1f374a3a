import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '@smartpar/access/console';
import { BannerZone, Icon, Popover, ToastZone } from '@smartpar/platform/ui';
import { AppearanceChoices } from '../appearance-choices/appearance-choices';
import { Brand } from '../brand/brand';
import { ConsoleFacts } from '../console-facts';

/** The frame of pages that need no account: a quiet header, the page, and the small print. */
@Component({
  selector: 'sp-public-frame',
  imports: [AppearanceChoices, BannerZone, Brand, Icon, MatButton, Popover, RouterLink, RouterOutlet, ToastZone, TranslocoPipe],
  templateUrl: './public-frame.html',
  styleUrl: './public-frame.scss',
})
export class PublicFrame {
  protected readonly session = inject(Session);
  protected readonly facts = inject(ConsoleFacts);
}
