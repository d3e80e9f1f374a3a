import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, Icon, PageHeader, Pending, apiAddress, type Act } from '@smartpar/platform/ui';
import type { OwnRequestView } from '@smartpar/requests/model';
import type { OwnRequestAct } from '../../answers';
import { OwnRequest } from '../../own-request/own-request';

/** One question of the reader, signed in. */
@Component({
  selector: 'sp-my-request',
  imports: [Icon, OwnRequest, PageHeader, Pending, RouterLink, TranslocoPipe],
  templateUrl: './my-request.html',
  styleUrl: './my-request.scss',
})
export class MyRequest {
  private readonly api = inject(Api);

  readonly organizationId = input.required<string>();
  readonly requestId = input.required<string>();

  private readonly path = computed(() => `/organizations/${this.organizationId()}/my/requests/${this.requestId()}`);
  protected readonly request = httpResource<OwnRequestView>(() => apiAddress(this.path()));

  protected readonly send = (text: string, act: Act): Promise<OwnRequestAct> => this.api.post<OwnRequestAct>(`${this.path()}/messages`, { text }, act);
}
