import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { provideTranslocoScope, TranslocoPipe } from '@jsverse/transloco';
import { categoryWord, type ProfileCategory } from '@smartpar/access/model';
import { Abilities } from '../../abilities/abilities';
import { explainTexts } from '../explain-texts';

/** The way from a value, or from a person, to who sees it and why; only for those who may be told. */
@Component({
  selector: 'sp-who-sees',
  imports: [RouterLink, TranslocoPipe],
  providers: [provideTranslocoScope(explainTexts)],
  templateUrl: './who-sees.html',
  styleUrl: './who-sees.scss',
})
export class WhoSees {
  private readonly abilities = inject(Abilities);

  readonly organizationId = input.required<string>();
  readonly memberId = input.required<string>();
  /** `M-10422` */
  readonly number = input.required<string>();
  /** whose viewers are asked for; left out, the way leads to what the person sees */
  readonly category = input<ProfileCategory>();

  protected readonly mayAsk = computed(() => this.abilities.of(this.organizationId()).can('read', 'explanation'));
  protected readonly name = computed(() => {
    const category = this.category();
    return category === undefined ? null : categoryWord(category);
  });
  protected readonly query = computed(() => ({ of: this.category() === undefined ? null : 'seen', member: this.memberId(), category: this.category() }));
}
