import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { roleWord } from '@smartpar/access/model';
import type { MemberEvent, OwnEntry } from '@smartpar/members/model';
import { Formats, Language, Pending, apiAddress } from '@smartpar/platform/ui';

/** What others at an organization did about the reader's entry to it: when, and in which role. */
@Component({
  selector: 'sp-entry-acts',
  imports: [Pending, TranslocoPipe],
  templateUrl: './entry-acts.html',
})
export class EntryActs {
  private readonly language = inject(Language);
  protected readonly formats = inject(Formats);

  readonly organizationId = input.required<string>();

  protected readonly acts = httpResource<OwnEntry>(() => apiAddress(`/organizations/${this.organizationId()}/my/entry`));

  protected words({ action }: MemberEvent): string {
    return this.language.say(`home.held.entry.${action.replaceAll('.', '-')}`);
  }

  /** By role alone: who it was in person the log says to those who read it. */
  protected by({ actor }: MemberEvent): string {
    const roles = actor.roles.map((role) => this.language.say(roleWord(role)));
    return roles.length === 0 ? this.language.say('home.held.entry.somebody') : this.formats.list(roles);
  }
}
