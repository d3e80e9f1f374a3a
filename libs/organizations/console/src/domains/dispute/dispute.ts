import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { CanPipe } from '@smartpar/access/console';
import { type DomainDispute, newDispute, type OrganizationDomainDocument } from '@smartpar/organizations/model';
import { Api, Control, Field, Formats, Icon, ProblemNote, sending } from '@smartpar/platform/ui';

/** A domain that another organization has proved: SmartPAR may be asked to decide, and what it decided stands here. */
@Component({
  selector: 'sp-dispute',
  imports: [CanPipe, Control, Field, FormField, Icon, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './dispute.html',
  host: { class: 'sp-stack' },
})
export class Dispute {
  private readonly api = inject(Api);
  protected readonly formats = inject(Formats);

  readonly organizationId = input.required<string>();
  readonly domain = input.required<OrganizationDomainDocument>();
  /** the latest dispute about it; `null` where there is none */
  readonly dispute = input.required<DomainDispute | null>();
  /** it was asked for */
  readonly opened = output();

  protected readonly mayOpen = computed(() => {
    const latest = this.dispute();
    return this.domain().lastCheck?.outcome === 'held-elsewhere' && (latest === null || latest.decision !== null);
  });
  protected readonly asking = signal(false);
  private readonly typed = signal({ words: '' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, newDispute));
  protected readonly sending = sending(this.form, (message, act) =>
    this.api.post<DomainDispute>(`/organizations/${this.organizationId()}/domains/${this.domain().id}/disputes`, message, act),
  );

  protected async open(event: Event): Promise<void> {
    event.preventDefault();
    await this.sending.send();
    if (!this.sending.sent()) return;
    this.asking.set(false);
    this.opened.emit();
  }
}
