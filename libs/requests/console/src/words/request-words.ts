import { Injectable, inject } from '@angular/core';
import { roleWord } from '@smartpar/access/model';
import { Formats, Language, type Figures } from '@smartpar/platform/ui';
import type { ClockStep, ClockView, PauseReason, RequestEvent, TimelineItem } from '@smartpar/requests/model';
import type { AssignableMembers } from '../answers';

type Author = TimelineItem['author'];

/** Says the things of a request in the language in use; read in a template the sentences follow it. */
@Injectable({ providedIn: 'root' })
export class RequestWords {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  /** A length of time as a law states it: `45 days`. */
  period({ figure, unit }: Pick<ClockView, 'figure' | 'unit'>): string {
    return this.language.sayCount(`requests.clock.period.${unit}`, figure);
  }

  /** One step of how a date was computed. */
  step(step: ClockStep): string {
    switch (step.code) {
      case 'started':
        return this.say('clock.step.started', { day: this.formats.day(step.day), timeZone: step.timeZone });
      case 'rule-chosen':
        return this.say(`clock.step.rule-${step.ground}`, { regime: this.say(`regime.${step.regime}`), place: this.place(step.place) });
      case 'period-added':
        return this.say('clock.step.period-added', { period: this.period(step), day: this.formats.day(step.day) });
      case 'month-end':
        return this.say('clock.step.month-end', { wantedDay: step.wantedDay, day: this.formats.day(step.day) });
      case 'pause-added':
        return this.pauseAdded(step);
      case 'moved-to-working-day':
        return this.moved(step);
      case 'ends':
        return this.say('clock.step.ends', { day: this.formats.day(step.day) });
    }
  }

  /** Somebody who may answer: by name, or where names are hidden by number and roles. */
  colleague({ line, number, roles }: AssignableMembers['items'][number]): string {
    if (line !== null) return line;
    return this.say('colleague', { number, roles: this.formats.list(roles.map((role) => this.language.say(roleWord(role)))) });
  }

  /** Something that happened, as those who answer read it. */
  event(event: RequestEvent, author: Author): string {
    const who = author.line ?? this.say('event.system');
    switch (event.code) {
      case 'organization-typed':
        return this.say('event.organization-typed', { name: event.name });
      case 'site-chosen':
        return this.say('event.site-chosen', { name: event.name });
      case 'classified':
        return this.say('event.classified', { who, from: this.say(`kind.${event.from}`), to: this.say(`kind.${event.to}`) });
      case 'assigned':
        if (event.memberId === null) return this.say('event.given-back', { who });
        if (event.memberId === author.memberId) return this.say('event.taken', { who });
        return event.line === null ? this.say('event.assigned-colleague', { who }) : this.say('event.assigned', { who, line: event.line });
      case 'concern-named':
        return this.say(event.memberId === null ? 'event.concern-cleared' : 'event.concern-named', { who });
      case 'part-handed-over':
        return this.say(`event.part-handed-over-${event.to}`, { who, reference: event.reference });
      case 'reminded':
        return this.say(`event.reminded-${event.stage}`);
      default:
        return this.sameForBoth('event', event);
    }
  }

  /** Something that happened, as the person reads it; `null` for what is none of their business. */
  personEvent(event: RequestEvent): string | null {
    switch (event.code) {
      case 'organization-typed':
      case 'site-chosen':
      case 'classified':
      case 'assigned':
      case 'concern-named':
      case 'reminded':
      case 'owners-told':
      case 'escalated':
        return null;
      case 'part-handed-over':
        return this.say(`personEvent.part-handed-over-${event.to}`, { reference: event.reference });
      default:
        return this.sameForBoth('personEvent', event);
    }
  }

  /** Why a clock stands still, as a part of a sentence. */
  pause(reason: PauseReason): string {
    return this.say(`pause.${reason}`);
  }

  private sameForBoth(group: 'event' | 'personEvent', event: RequestEvent): string {
    switch (event.code) {
      case 'clock-paused':
        return this.say(`${group}.clock-paused`, { reason: this.pause(event.reason) });
      case 'clock-resumed':
        return this.say(`${group}.clock-resumed`, { day: this.formats.day(event.dueOn) });
      case 'answered':
        return this.say(`${group}.answered`, { outcome: this.say(`outcome.${event.outcome}`) });
      case 'part-received':
        return this.say(`${group}.part-received`, { reference: event.reference });
      default:
        return this.say(`${group}.${event.code}`);
    }
  }

  private pauseAdded({ from, to, reason, days, day }: Extract<ClockStep, { code: 'pause-added' }>): string {
    return this.say('clock.step.pause-added', {
      from: this.formats.day(from),
      to: this.formats.day(to),
      reason: this.pause(reason),
      days: this.period({ figure: days, unit: 'days' }),
      day: this.formats.day(day),
    });
  }

  private moved({ from, because, day }: Extract<ClockStep, { code: 'moved-to-working-day' }>): string {
    const reasons = new Set(because.map(({ kind, name }) => (kind === 'holiday' && name !== null ? name : this.say('clock.step.weekend'))));
    return this.say('clock.step.moved', { from: this.formats.day(from), because: this.formats.list([...reasons]), day: this.formats.day(day) });
  }

  /** `DE` is a country; `US-CA` a part of one, named by its code beside the country. */
  private place(code: string | null): string {
    if (code === null) return '';
    const [country = code, part] = code.split('-');
    return part === undefined ? this.formats.countryName(country) : `${this.formats.countryName(country)} (${code})`;
  }

  private say(key: string, figures: Figures = {}): string {
    return this.language.say(`requests.${key}`, figures);
  }
}
