import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Column, DayPipe, Icon, List, type KeysetList } from '@smartpar/platform/ui';
import { Abilities } from '../../abilities/abilities';
import { WhoSees } from '../../explain/who-sees/who-sees';
import type { HeldLine } from '../answers';
import { RoleWords } from '../role-words';

/** Who holds which role, where, since when and by whose hand; roles can be taken here by those who may. */
@Component({
  selector: 'sp-held-rows',
  imports: [Column, DayPipe, Icon, List, MatButton, TranslocoPipe, WhoSees],
  templateUrl: './held-rows.html',
  styleUrl: './held-rows.scss',
})
export class HeldRows {
  private readonly abilities = inject(Abilities);
  protected readonly words = inject(RoleWords);

  readonly held = input.required<KeysetList<HeldLine>>();
  /** all lines are of one role, which is named above */
  readonly oneRole = input(false);
  readonly take = output<HeldLine>();

  protected readonly organizationId = computed(() => this.abilities.organizationId() ?? '');
  protected readonly mayTake = computed(() => this.abilities.can('assign-role', 'member'));
  protected readonly keyOf = ({ id, member, role }: HeldLine): string => id ?? `${member.id} ${role}`;
  protected readonly number = (number: number): string => `M-${number}`;
}
