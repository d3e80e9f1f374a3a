import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SignatureLine, Undertaking } from '@smartpar/access/model';
import { Column, DayPipe, Dialogs, Icon, Language, List, Markdown, PageHeader, Pending, Toasts, Why, apiAddress, keysetList } from '@smartpar/platform/ui';
import { CanPipe } from '../../can/can-pipe';
import { LookWords } from '../../ledger/look-words';
import type { PublishTopic } from '../publish-undertaking/publish-undertaking';

/** What people promise before they look at others' data, and who has; owners write another version. */
@Component({
  selector: 'sp-undertaking-page',
  imports: [CanPipe, Column, DayPipe, Icon, List, Markdown, MatButton, PageHeader, Pending, TranslocoPipe, Why],
  templateUrl: './undertaking-page.html',
  styleUrl: './undertaking-page.scss',
})
export class UndertakingPage {
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly words = inject(LookWords);

  readonly organizationId = input.required<string>();

  protected readonly undertaking = httpResource<Undertaking>(() => apiAddress(this.path()));
  protected readonly signatures = keysetList<SignatureLine>(() => ({ path: `${this.path()}/signatures` }));
  protected readonly keyOf = ({ memberId }: SignatureLine): string => memberId;
  protected readonly linkOf = ({ memberId }: SignatureLine): readonly string[] => ['/org', this.organizationId(), 'members', memberId];

  /** The roles by name, and how many there are beside them. */
  protected rolesOf({ roles, further }: SignatureLine): string {
    const beside = further === 0 ? [] : [this.language.sayCount('access.undertaking.further', further)];
    const named = roles.length === 0 ? [] : [this.words.roles(roles)];
    return [...named, ...beside].join(', ') || this.language.say('access.undertaking.noRoles');
  }

  protected async write(undertaking: Undertaking): Promise<void> {
    const { PublishUndertaking } = await import('../publish-undertaking/publish-undertaking');
    const published = await this.dialogs.open<Undertaking, PublishTopic>(PublishUndertaking, { organizationId: this.organizationId(), undertaking });
    if (published === undefined) return;
    this.undertaking.set(published);
    this.signatures.reload();
    this.toasts.show(this.language.say('access.undertaking.published', { version: String(published.version) }));
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/undertaking`;
  }
}
