import { Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, Icon, PageHeader, Pending, problemOf, type Act, linkToken } from '@smartpar/platform/ui';
import type { OwnRequestView } from '@smartpar/requests/model';
import type { OwnRequestAct } from '../answers';
import { OwnRequest } from '../own-request/own-request';

/** Statuses that say the link opens nothing. */
const UNREADABLE: ReadonlySet<number> = new Set([400, 404, 410, 422]);

/** One question by its private link, without an account. */
@Component({
  selector: 'sp-follow',
  imports: [Icon, MatButton, OwnRequest, PageHeader, Pending, RouterLink, TranslocoPipe],
  templateUrl: './follow.html',
  styleUrl: './follow.scss',
})
export class Follow {
  private readonly api = inject(Api);
  private readonly token = linkToken('follow');

  protected readonly request = resource({
    params: () => this.token.opened(),
    loader: ({ params: { token } }) => this.api.post<OwnRequestView>('/follow', { token }),
  });
  protected readonly closed = computed(() => {
    const error = this.request.error();
    return this.token.value() === null || (error !== undefined && UNREADABLE.has(problemOf(error).status));
  });

  protected readonly send = (text: string, act: Act): Promise<OwnRequestAct> =>
    this.api.post<OwnRequestAct>('/follow/messages', { token: this.token.value(), text }, act);
}
