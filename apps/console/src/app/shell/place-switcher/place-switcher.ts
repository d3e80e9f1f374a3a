import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon, Popover } from '@smartpar/platform/ui';
import { WhereAmI } from '../where-am-i';

/** Says where the person is, and takes them elsewhere: their own privacy, an organization, oversight. */
@Component({
  selector: 'sp-place-switcher',
  imports: [Icon, Popover, RouterLink, TranslocoPipe],
  templateUrl: './place-switcher.html',
  styleUrl: './place-switcher.scss',
})
export class PlaceSwitcher {
  protected readonly where = inject(WhereAmI);
}
