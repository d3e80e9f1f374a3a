import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Formats, Language, PageHeader } from '@smartpar/platform/ui';
import { ConsoleFacts } from '../shell/console-facts';

/**
 * The console's own privacy notice: what it keeps, why, for how long, and whom to ask.
 * @see GDPR Art. 13; Directive 2002/58/EC Art. 5(3) for what is kept on the device
 */
@Component({
  selector: 'sp-privacy-notice',
  imports: [PageHeader, RouterLink, TranslocoPipe],
  templateUrl: './privacy-notice.html',
  styleUrl: './privacy-notice.scss',
})
export class PrivacyNotice {
  private readonly facts = inject(ConsoleFacts);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);

  protected readonly sections = ['who', 'account', 'questions', 'device', 'logs', 'others', 'rights'] as const;
  /** every cookie the server sets, why, and for how long */
  protected readonly cookies = computed(() => [
    { name: '__Host-session', purpose: this.say('session.purpose'), kept: this.sessionKept() },
    { name: '__Host-half-session', purpose: this.say('halfSession.purpose'), kept: this.say('halfSession.kept') },
    { name: '__Host-device', purpose: this.say('device.purpose'), kept: this.say('device.kept') },
  ]);

  /** An installation sets how long; where it cannot be asked, the sentence does without figures. */
  private sessionKept(): string {
    const lengths = this.facts.sessions();
    if (lengths === null) return this.say('session.keptUnasked');
    const [idle, longest, shared] = [lengths.idleMinutes, lengths.longestMinutes, lengths.sharedIdleMinutes].map((minutes) => this.formats.duration(minutes));
    return this.say('session.kept', { idle: idle ?? '', longest: longest ?? '', shared: shared ?? '' });
  }

  private say(key: string, figures: Readonly<Record<string, string>> = {}): string {
    return this.language.say(`privacyNotice.cookies.${key}`, figures);
  }
}
