import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { roleWord, type LedgerReach as Reach } from '@smartpar/access/model';
import { Control, DayPipe, Field, Language, Pending, apiAddress } from '@smartpar/platform/ui';
import { LookWords } from '../look-words';
import { TimedAccess } from '../timed-access/timed-access';

/** Who could have looked at some moment in the past, beside how often somebody did. */
@Component({
  selector: 'sp-ledger-reach',
  imports: [Control, DayPipe, Field, Pending, TimedAccess, TranslocoPipe],
  templateUrl: './ledger-reach.html',
  styleUrl: './ledger-reach.scss',
})
export class LedgerReach {
  private readonly language = inject(Language);
  protected readonly words = inject(LookWords);

  readonly organizationId = input.required<string>();

  protected readonly roleWord = roleWord;
  protected readonly moment = signal('');
  private readonly at = computed(() => {
    const moment = new Date(this.moment());
    return this.moment() === '' || Number.isNaN(moment.getTime()) ? null : moment.toISOString();
  });
  protected readonly reach = httpResource<Reach>(() => {
    const at = this.at();
    return at === null ? undefined : apiAddress(`/organizations/${this.organizationId()}/my/ledger/reach?at=${encodeURIComponent(at)}`);
  });

  protected holders(count: number): string {
    return this.language.sayCount('access.ledger.holders', count);
  }

  protected looks(count: number): string {
    return this.language.sayCount('access.ledger.reach.looks', count);
  }
}
