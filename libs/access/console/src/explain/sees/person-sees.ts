import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { PROFILE_CATEGORIES, type MemberExplanation } from '@smartpar/access/model';
import { apiAddress, Icon, PersonLine, Pending } from '@smartpar/platform/ui';
import { freshOnChange } from '../../changes/fresh-on-change';
import { RoleWords } from '../../roles/role-words';
import { ExplainWords } from '../explain-words';
import { SightLines } from '../lines/sight-lines';

/** What one person may see and do, by which rule, and what keeps them from it. */
@Component({
  selector: 'sp-person-sees',
  imports: [Icon, Pending, PersonLine, SightLines, TranslocoPipe],
  templateUrl: './person-sees.html',
  styleUrl: './person-sees.scss',
})
export class PersonSees {
  protected readonly words = inject(ExplainWords);
  private readonly roles = inject(RoleWords);

  readonly organizationId = input.required<string>();
  readonly memberId = input.required<string>();

  protected readonly told = httpResource<MemberExplanation>(() => apiAddress(`/organizations/${this.organizationId()}/members/${this.memberId()}/explanation`));
  protected readonly categories = computed(() =>
    PROFILE_CATEGORIES.map((category) => ({
      category,
      mode: this.told.value()?.everybody[category] ?? 'hidden',
      lines: this.told.value()?.sees.filter((line) => line.category === category) ?? [],
    })),
  );
  /** nothing is revealed to them before they sign */
  protected readonly mustSign = computed(() => {
    const told = this.told.value();
    return told !== undefined && !told.undertakingSigned && told.sees.some(({ mode }) => mode === 'on-reveal');
  });
  protected readonly groups = computed(() => {
    const does = this.told.value()?.does ?? [];
    return this.roles.groups(does.map(({ name }) => name)).map(({ title, abilities }) => ({
      title,
      abilities: abilities.flatMap(({ name, sentence }) => {
        const line = does.find((one) => one.name === name);
        return line === undefined ? [] : [{ name, sentence, by: this.words.by(line), exceptOwners: line.exceptOwners }];
      }),
    }));
  });

  constructor() {
    freshOnChange(this.told);
  }
}
