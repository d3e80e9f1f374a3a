import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { provideTranslocoScope, TranslocoPipe } from '@jsverse/transloco';
import type { ChangePreview as Preview, ThoughtOfChange } from '@smartpar/access/model';
import { apiAddress, Icon, Pending } from '@smartpar/platform/ui';
import { RoleWords } from '../../roles/role-words';
import { explainTexts } from '../explain-texts';
import { SightLines } from '../lines/sight-lines';

/** What would be different for one person, before a role or access is given or taken. It brings its texts itself: it stands in pages of other rooms. */
@Component({
  selector: 'sp-change-preview',
  imports: [Icon, Pending, SightLines, TranslocoPipe],
  providers: [provideTranslocoScope(explainTexts)],
  templateUrl: './change-preview.html',
  styleUrl: './change-preview.scss',
})
export class ChangePreview {
  private readonly roles = inject(RoleWords);

  readonly organizationId = input.required<string>();
  readonly memberId = input.required<string>();
  readonly change = input.required<ThoughtOfChange>();

  protected readonly told = httpResource<Preview>(() => ({
    url: apiAddress(`/organizations/${this.organizationId()}/members/${this.memberId()}/explanation/preview`),
    method: 'POST',
    body: this.change(),
  }));
  protected readonly number = computed(() => `M-${this.told.value()?.member.number ?? ''}`);
  protected readonly parts = computed(() => {
    const { abilities, sight } = this.told.value() ?? { abilities: { gained: [], lost: [] }, sight: null };
    return [
      { kind: 'gains', groups: this.roles.groups(abilities.gained), lines: [] },
      { kind: 'loses', groups: this.roles.groups(abilities.lost), lines: [] },
      { kind: 'sees', groups: [], lines: sight?.gained ?? [] },
      { kind: 'seesNoMore', groups: [], lines: sight?.lost ?? [] },
    ].filter(({ groups, lines }) => groups.length + lines.length > 0);
  });
}
