import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { roleSentence, roleWord, type Role } from '@smartpar/access/model';

/** One role of which the tick was set or taken away, and its box: whoever may not have it puts the tick back. */
export interface TickedRole {
  readonly role: Role;
  readonly box: HTMLInputElement;
}

/** Roles to tick, each with what it is for. */
@Component({
  selector: 'sp-role-ticks',
  imports: [TranslocoPipe],
  templateUrl: './role-ticks.html',
  styleUrl: './role-ticks.scss',
})
export class RoleTicks {
  /** the roles there are */
  readonly roles = input.required<readonly Role[]>();
  /** those that are ticked */
  readonly held = input.required<readonly Role[]>();
  /** what comes of a tick */
  readonly hint = input.required<string>();
  readonly ticked = output<TickedRole>();

  protected readonly roleWord = roleWord;
  protected readonly roleSentence = roleSentence;
}
