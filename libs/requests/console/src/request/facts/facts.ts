import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Address, DayPipe, Dialogs, Icon, MomentPipe, PersonLine } from '@smartpar/platform/ui';
import type { RequestView } from '@smartpar/requests/model';
import { MailFate } from '../mail-fate/mail-fate';
import { ClassifyDialog, type ClassifyTopic } from '../classify-dialog/classify-dialog';

/** What is known of a request at a glance. */
@Component({
  selector: 'sp-facts',
  imports: [Address, DayPipe, Icon, MailFate, MatButton, MomentPipe, PersonLine, TranslocoPipe],
  templateUrl: './facts.html',
  styleUrl: './facts.scss',
  host: { class: 'sp-card' },
})
export class Facts {
  private readonly dialogs = inject(Dialogs);

  readonly organizationId = input.required<string>();
  readonly request = input.required<RequestView>();
  /** it was classified: the request is to be read again */
  readonly changed = output();

  protected readonly outside = computed(() => this.request().person.memberNumber === null);

  protected async classify(): Promise<void> {
    const { id, kind, aboutMemberId } = this.request();
    const done = await this.dialogs.open<boolean, ClassifyTopic>(ClassifyDialog, { organizationId: this.organizationId(), requestId: id, kind, aboutMemberId });
    if (done === true) this.changed.emit();
  }
}
