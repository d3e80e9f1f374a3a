import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ClockChip, Column, DayPipe, List, keysetList } from '@smartpar/platform/ui';
import type { MyRequestItem } from '@smartpar/requests/model';

/** The reader's own questions to one organization, and to SmartPAR through it, newest first. */
@Component({
  selector: 'sp-my-questions',
  imports: [ClockChip, Column, DayPipe, List, TranslocoPipe],
  templateUrl: './my-questions.html',
  styleUrl: './my-questions.scss',
})
export class MyQuestions {
  readonly organizationId = input.required<string>();
  /** the organization's name, for those who hear the page */
  readonly organization = input.required<string>();

  protected readonly questions = keysetList<MyRequestItem>(() => ({ path: `/organizations/${this.organizationId()}/my/requests` }));
  protected readonly keyOf = (item: MyRequestItem): string => item.id;
  protected readonly linkOf = (item: MyRequestItem) => ['/my/requests', this.organizationId(), item.id];

  /** Reads the list again, such as after asking. */
  reload(): void {
    this.questions.reload();
  }
}
