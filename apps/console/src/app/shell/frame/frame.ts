import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { BannerZone, Icon, ToastZone } from '@smartpar/platform/ui';
import { Brand } from '../brand/brand';
import { CommandPalette } from '../command-palette/command-palette';
import { PersonMenu } from '../person-menu/person-menu';
import { PlaceSwitcher } from '../place-switcher/place-switcher';
import { Rail } from '../rail/rail';

/** The frame of everything behind signing in: rail, place switcher, person, banners, page. */
@Component({
  selector: 'sp-frame',
  imports: [BannerZone, Brand, Icon, PersonMenu, PlaceSwitcher, Rail, RouterOutlet, ToastZone, TranslocoPipe],
  templateUrl: './frame.html',
  styleUrl: './frame.scss',
})
export class Frame {
  protected readonly palette = inject(CommandPalette);
}
