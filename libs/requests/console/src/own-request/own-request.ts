import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ClockChip, DayPipe, Icon, MomentPipe, PageHeader, Timeline, TimelineEntry, type Act, type IconName } from '@smartpar/platform/ui';
import type { OwnRequestView, PersonTimelineItem } from '@smartpar/requests/model';
import type { OwnRequestAct } from '../answers';
import { ClockExplanation } from '../clock/clock-explanation';
import { ContactCard } from '../contact-card/contact-card';
import { eventIcon } from '../words/event-icon';
import { RequestWords } from '../words/request-words';
import { WriteAgain } from '../write-again/write-again';

/** What an entry of the person's timeline says. */
interface Entry {
  readonly item: PersonTimelineItem;
  readonly icon: IconName;
  readonly event: string | null;
}

/** One question as the person who asked it sees it: the conversation, by when they hear, who answers, and writing again. */
@Component({
  selector: 'sp-own-request',
  imports: [ClockChip, ClockExplanation, ContactCard, DayPipe, Icon, MomentPipe, PageHeader, Timeline, TimelineEntry, TranslocoPipe, WriteAgain],
  templateUrl: './own-request.html',
  styleUrl: './own-request.scss',
})
export class OwnRequest {
  private readonly words = inject(RequestWords);

  readonly request = input.required<OwnRequestView>();
  /** sends one more message of the person */
  readonly send = input.required<(text: string, act: Act) => Promise<OwnRequestAct>>();
  /** a message was sent: the request is to be read again */
  readonly written = output();

  protected readonly answered = computed(() => this.request().state === 'answered');
  protected readonly waiting = computed(() => this.request().state === 'waiting-for-person');
  protected readonly entries = computed<readonly Entry[]>(() =>
    this.request().timeline.flatMap((item): Entry[] => {
      if (item.type === 'message') return [{ item, icon: item.from === 'you' ? 'person' : 'reply', event: null }];
      const event = this.words.personEvent(item.event);
      return event === null ? [] : [{ item, icon: eventIcon(item.event.code), event }];
    }),
  );
}
