import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { roleWord, type Role } from '@smartpar/access/model';

/** The roles somebody holds, each by its name. */
@Component({
  selector: 'sp-role-chips',
  imports: [TranslocoPipe],
  templateUrl: './role-chips.html',
  styleUrl: './role-chips.scss',
})
export class RoleChips {
  readonly roles = input.required<readonly Role[]>();

  protected readonly roleWord = roleWord;
}
