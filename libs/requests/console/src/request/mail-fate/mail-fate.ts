import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon, MomentPipe, apiAddress } from '@smartpar/platform/ui';
import type { RequestMails, RequestView } from '@smartpar/requests/model';

/** Whether the last mail to the person got through; says what that means where it did not. Shows nothing where there was none. */
@Component({
  selector: 'sp-mail-fate',
  imports: [Icon, MomentPipe, TranslocoPipe],
  templateUrl: './mail-fate.html',
  styleUrl: './mail-fate.scss',
})
export class MailFate {
  readonly organizationId = input.required<string>();
  /** asked again whenever the request has moved on */
  readonly request = input.required<Pick<RequestView, 'id' | 'lastActivityAt'>>();

  private readonly mails = httpResource<RequestMails>(() => ({
    url: apiAddress(`/organizations/${this.organizationId()}/requests/${this.request().id}/mails`),
  }));
  protected readonly last = computed(() => (this.mails.hasValue() ? this.mails.value().items[0] : undefined));
  protected readonly lost = computed(() => this.last()?.state === 'bounced' || this.last()?.state === 'failed');
}
