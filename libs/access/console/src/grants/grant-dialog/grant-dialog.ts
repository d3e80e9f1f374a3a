import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  GRANT_MODES,
  letsSeeMore,
  ORGANIZATION_PURPOSES,
  purposeWord,
  type GrantMode,
  type OrganizationPurpose,
  type StandingGrant,
} from '@smartpar/access/model';
import { DialogFrame, Icon, Segmented } from '@smartpar/platform/ui';
import { toggled } from '../../toggled';
import { GrantWords } from '../grant-words';

/** Which grant is changed, and what it is as shipped. */
export interface GrantTopic {
  readonly grant: StandingGrant;
  readonly shipped: Pick<StandingGrant, 'mode' | 'purposes'>;
}

/** Changes what one role may see of one category. Closes with the grant as it shall be. */
@Component({
  selector: 'sp-grant-dialog',
  imports: [DialogFrame, Icon, MatButton, Segmented, TranslocoPipe],
  templateUrl: './grant-dialog.html',
  styleUrl: './grant-dialog.scss',
})
export class GrantDialog {
  protected readonly words = inject(GrantWords);
  protected readonly topic = inject<GrantTopic>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<StandingGrant>>(DialogRef);

  protected readonly purposeWord = purposeWord;
  protected readonly all = ORGANIZATION_PURPOSES;
  protected readonly mode = signal<GrantMode>(this.topic.grant.mode);
  protected readonly purposes = signal<readonly OrganizationPurpose[]>(this.topic.grant.purposes);
  protected readonly tried = signal(false);
  protected readonly choices = computed(() => GRANT_MODES.map((mode) => ({ value: mode, label: this.words.mode({ mode }) })));
  protected readonly chosen = computed<StandingGrant>(() => {
    const { role, category } = this.topic.grant;
    return { role, category, mode: this.mode(), purposes: this.mode() === 'hidden' ? [] : this.purposes() };
  });
  /** the role is to see more than it does */
  protected readonly more = computed(() => letsSeeMore(this.chosen(), this.topic.grant));
  protected readonly lacks = computed(() => this.mode() !== 'hidden' && this.purposes().length === 0);

  protected choose(value: string): void {
    this.mode.set(GRANT_MODES.find((mode) => mode === value) ?? this.mode());
  }

  protected toggle(purpose: OrganizationPurpose): void {
    this.purposes.update((chosen) => toggled(this.all, chosen, purpose));
  }

  protected asShipped(): void {
    this.mode.set(this.topic.shipped.mode);
    this.purposes.set(this.topic.shipped.purposes);
  }

  protected save(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (!this.lacks()) this.dialog.close(this.chosen());
  }
}
