import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LogOutlineLine } from '@smartpar/audit/model';
import { Column, Formats, Language, List, MomentPipe, PageHeader, keysetList } from '@smartpar/platform/ui';
import { EntryWords } from '../words/entry-words';

/** The log as such, for those who are told nothing about anybody: what was done, when and as which role. */
@Component({
  selector: 'sp-log-outline',
  imports: [Column, List, MomentPipe, PageHeader, TranslocoPipe],
  templateUrl: './outline.html',
})
export class LogOutline {
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  protected readonly words = inject(EntryWords);

  readonly organizationId = input.required<string>();

  protected readonly entries = keysetList<LogOutlineLine>(() => ({ path: `/organizations/${this.organizationId()}/audit-outline` }));
  protected readonly keyOf = ({ id }: LogOutlineLine): string => id;

  /** As which role, or what else did it. */
  protected who({ actor }: LogOutlineLine): string {
    if (actor.roles.length === 0) return this.language.say(`audit.actor.${actor.kind}`);
    return this.formats.list(actor.roles.map((role) => this.language.say(`access.roles.${role}.name`)));
  }
}
