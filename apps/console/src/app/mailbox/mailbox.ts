import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Control, DistancePipe, EmptyState, FilterBar, Icon, MomentPipe, PageHeader, Pending, urlFilters } from '@smartpar/platform/ui';
import { piecesOf } from './mail-pieces';

/** A mail that would have been sent. */
interface Mail {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Shows what would have been sent by mail, where no mail server is configured. */
@Component({
  selector: 'sp-mailbox',
  imports: [Control, DistancePipe, EmptyState, FilterBar, Icon, MatButton, MomentPipe, PageHeader, Pending, TranslocoPipe],
  templateUrl: './mailbox.html',
  styleUrl: './mailbox.scss',
})
export class Mailbox {
  protected readonly filters = urlFilters({ to: '' });
  protected readonly mails = httpResource<{ readonly items: readonly Mail[] }>(() => ({
    url: '/api/development/mails',
    params: this.filters.values().to === '' ? undefined : { to: this.filters.values().to },
  }));
  protected readonly shown = computed(() => (this.mails.hasValue() ? this.mails.value().items.map((mail) => ({ ...mail, pieces: piecesOf(mail.text) })) : []));
}
