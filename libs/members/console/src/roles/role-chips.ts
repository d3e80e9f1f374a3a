import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { roleWord, type Role } from '@smartpar/access/model';
import { Language } from '@smartpar/platform/ui';

/** The roles somebody holds, each by its name. */
@Component({
  selector: 'sp-role-chips',
  imports: [TranslocoPipe],
  templateUrl: './role-chips.html',
  styleUrl: './role-chips.scss',
})
export class RoleChips {
  private readonly language = inject(Language);

  readonly roles = input.required<readonly Role[]>();
  /** how many they hold beside these */
  readonly further = input(0);

  protected readonly roleWord = roleWord;
  protected readonly beside = computed(() => this.language.sayCount('members.furtherRoles', this.further()));
}
