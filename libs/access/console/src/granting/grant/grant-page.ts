import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { REASON_WORDS_MIN, type GrantAct, type GrantView, type ThoughtOfChange } from '@smartpar/access/model';
import {
  Act,
  Api,
  Control,
  Field,
  Icon,
  Language,
  MomentPipe,
  PageHeader,
  Pending,
  ProblemNote,
  RecordPage,
  Toasts,
  apiAddress,
  problemOf,
} from '@smartpar/platform/ui';
import type { Problem } from '@smartpar/platform/ui';
import { Abilities } from '../../abilities/abilities';
import { freshOnChange } from '../../changes/fresh-on-change';
import { ChangePreview } from '../../explain/preview/change-preview';
import { DecideGrant } from '../decide/decide-grant';
import { GrantingWords } from '../granting-words';
import { GrantStandingChip } from '../standing/grant-standing';

/** One grant: what is asked for, decided here on the same page, ended, and read afterwards. */
@Component({
  selector: 'sp-grant-page',
  imports: [
    ChangePreview,
    Control,
    DecideGrant,
    Field,
    GrantStandingChip,
    Icon,
    MatButton,
    MomentPipe,
    PageHeader,
    Pending,
    ProblemNote,
    RecordPage,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './grant-page.html',
  styleUrls: ['../../styles/record.scss', './grant-page.scss'],
})
export class GrantPage {
  private readonly abilities = inject(Abilities);
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  protected readonly words = inject(GrantingWords);

  readonly organizationId = input.required<string>();
  readonly grantId = input.required<string>();

  protected readonly grant = httpResource<GrantView>(() => apiAddress(this.path()));
  /** what saying yes, or ending it, would make different for whoever it is for; told to those who may read all that it rests on */
  protected readonly thought = computed(() => {
    const grant = this.grant.value();
    if (grant?.grantee.kind !== 'member' || !this.abilities.can('read', 'role-assignment') || !this.abilities.can('read', 'standing-grant')) return null;
    const change = changeOf(grant);
    return change === null ? null : { memberId: grant.grantee.memberId, change };
  });
  private readonly act = new Act();
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    freshOnChange(this.grant);
  }

  protected async revoke(): Promise<void> {
    this.tried.set(true);
    const reason = this.reason().trim();
    if (reason.length >= REASON_WORDS_MIN) await this.send('revocation', { reason }, 'granting.page.revoked');
  }

  protected async withdraw(): Promise<void> {
    await this.send('withdrawal', {}, 'granting.page.withdrawn');
  }

  protected tooShort(): boolean {
    return this.tried() && this.reason().trim().length < REASON_WORDS_MIN;
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/grants/${this.grantId()}`;
  }

  private async send(what: 'revocation' | 'withdrawal', body: object, said: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.post<GrantAct>(`${this.path()}/${what}`, body, this.act);
      this.toasts.show(this.language.say(said));
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
      this.grant.reload();
    }
  }
}

function changeOf({ id, standing, may, until, categories, mode, purposes, scope: { kind, places } }: GrantView): ThoughtOfChange | null {
  if (standing === 'live' && may.revoke) return { kind: 'end-grant', grantId: id };
  if (standing !== 'requested' || until === null) return null;
  const ids = places.map((place) => place.id);
  const scope = kind === 'all' ? { kind } : kind === 'request' ? { kind, id: ids[0] ?? '' } : { kind, ids };
  return { kind: 'grant', categories, mode, purposes, scope, until };
}
