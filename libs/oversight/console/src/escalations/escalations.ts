import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '@smartpar/access/console';
import type { Escalation } from '@smartpar/oversight/model';
import { Column, keysetList, Language, List, PageHeader } from '@smartpar/platform/ui';

/** Questions nobody answered in time: which organization, how old, in what state. More is not known here. */
@Component({
  selector: 'sp-escalations',
  imports: [Column, List, PageHeader, TranslocoPipe],
  templateUrl: './escalations.html',
})
export class Escalations {
  private readonly session = inject(Session);
  protected readonly language = inject(Language);

  protected readonly escalations = keysetList<Escalation>(() => {
    const workforce = this.session.workforce();
    return workforce === null ? undefined : { path: `/organizations/${workforce.organizationId}/oversight/escalations` };
  });
  /** they have no name of their own, so their place in the list stands for them */
  protected readonly keyOf = (one: Escalation): string => String(this.escalations.items().indexOf(one));
}
