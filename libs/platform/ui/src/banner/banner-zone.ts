import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../icon/icon';
import { Banners } from './banners';

/** The place above every page where banners stand. */
@Component({
  selector: 'sp-banner-zone',
  imports: [Icon, MatButton, TranslocoPipe],
  templateUrl: './banner-zone.html',
  styleUrl: './banner-zone.scss',
  host: { 'aria-live': 'polite' },
})
export class BannerZone {
  protected readonly banners = inject(Banners);
}
