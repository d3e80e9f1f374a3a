import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Language, Timeline, TimelineEntry, type EntryTone, type IconName } from '@smartpar/platform/ui';
import type { MessageKind, TimelineItem } from '@smartpar/requests/model';
import { eventIcon } from '../../words/event-icon';
import { RequestWords } from '../../words/request-words';

/** What an entry looks like and says. */
interface Entry {
  readonly id: string;
  readonly at: string;
  readonly icon: IconName;
  readonly tone: EntryTone;
  readonly what: string;
  readonly who: string | null;
  readonly text: string;
}

const ICONS: Readonly<Record<MessageKind, IconName>> = { 'from-person': 'person', reply: 'reply', 'question-back': 'question', answer: 'check', note: 'note' };

/** Everything that happened to a request, in words: messages as cards, events as quiet lines, notes set apart. */
@Component({
  selector: 'sp-request-timeline',
  imports: [Timeline, TimelineEntry, TranslocoPipe],
  templateUrl: './request-timeline.html',
})
export class RequestTimeline {
  private readonly words = inject(RequestWords);
  private readonly language = inject(Language);

  readonly timeline = input.required<readonly TimelineItem[]>();

  protected readonly entries = computed(() => this.timeline().map((item) => this.entryOf(item)));

  private entryOf(item: TimelineItem): Entry {
    const { id, at, author } = item;
    if (item.type === 'event')
      return { id, at, icon: eventIcon(item.event.code), tone: 'event', what: this.words.event(item.event, author), who: null, text: '' };
    const person = item.kind === 'from-person';
    return {
      id,
      at,
      icon: ICONS[item.kind],
      tone: person ? 'told' : item.kind === 'note' ? 'inner' : 'message',
      what: person ? this.say('person') : (author.line ?? this.say('organization')),
      who: person ? null : this.say(item.kind),
      text: item.text,
    };
  }

  private say(key: string): string {
    return this.language.say(`requests.message.${key}`);
  }
}
