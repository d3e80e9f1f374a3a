import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Abilities, Session } from '@smartpar/access/console';
import { type MemberView } from '@smartpar/members/model';
import { ActLine, ActList, Api, Dialogs, Language, ProblemNote, Toasts, problemOf, type IconName, type Problem } from '@smartpar/platform/ui';
import { WorkDialog } from '../../profile/work-dialog/work-dialog';
import { membersAddress } from '../../members-address';
import { CorrectDialog, type CorrectTopic } from '../correct-dialog/correct-dialog';

/** What can be done at one press. */
type Deed = 'suspend' | 'reactivate' | 'invite' | 'withdraw';

/** One thing on offer: its word and what follows from it are `members.act.<word>` and `members.follows.<word>`. */
interface Offer {
  readonly deed: Deed | 'correct' | 'correct-work';
  readonly word: string;
  readonly icon: IconName;
}

const ROADS: Readonly<Record<Deed, readonly ['post' | 'delete', string]>> = {
  suspend: ['post', 'suspension'],
  reactivate: ['post', 'reactivation'],
  invite: ['post', 'invitation'],
  withdraw: ['delete', 'invitation'],
};

/** Everything that can be done to a member, each with what follows from it. What can be taken back is done at once. */
@Component({
  selector: 'sp-acts',
  imports: [ActLine, ActList, ProblemNote, TranslocoPipe],
  templateUrl: './acts.html',
  styleUrl: './acts.scss',
  host: { class: 'sp-card', '[hidden]': 'offers().length === 0 && helpPage() === null' },
})
export class Acts {
  private readonly api = inject(Api);
  private readonly abilities = inject(Abilities);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);

  readonly organizationId = input.required<string>();
  readonly member = input.required<MemberView>();
  /** something was done: the member is to be read again */
  readonly done = output();

  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly offers = computed(() => this.offersFor(this.member()));
  /** where somebody who cannot come in is helped, for those who may do that */
  protected readonly helpPage = computed(() =>
    ['invited', 'active', 'suspended'].includes(this.member().status) && this.abilities.can('help', 'member')
      ? this.router.createUrlTree([membersAddress(this.organizationId()), 'help', this.member().id])
      : null,
  );

  protected async choose({ deed, word }: Offer): Promise<void> {
    if (deed === 'correct' || deed === 'correct-work') return this.correct(deed === 'correct' ? CorrectDialog : WorkDialog);
    const member = this.member();
    const { id } = member;
    if (!(await this.act(id, deed))) return;
    const back = wayBack(deed, member);
    this.toasts.show(this.language.say(`members.done.${deed === 'reactivate' ? word : deed}`), back && (() => void this.act(id, back)));
  }

  private async correct(dialog: typeof CorrectDialog | typeof WorkDialog): Promise<void> {
    const topic = { organizationId: this.organizationId(), member: this.member() };
    const corrected = await this.dialogs.open<boolean, CorrectTopic>(dialog, topic);
    if (corrected !== undefined) this.done.emit();
  }

  private async act(memberId: string, deed: Deed): Promise<boolean> {
    const [method, road] = ROADS[deed];
    const path = `/organizations/${this.organizationId()}/members/${memberId}/${road}`;
    this.problem.set(null);
    this.busy.set(true);
    try {
      await (method === 'post' ? this.api.post(path) : this.api.delete(path));
      this.done.emit();
      return true;
    } catch (failure) {
      this.problem.set(problemOf(failure));
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  private offersFor(member: MemberView): readonly Offer[] {
    const { id, may, invitation } = member;
    const self = this.session.membershipIn(this.organizationId())?.memberId === id;
    const offers: readonly (Offer | false)[] = [
      may.correct && { deed: 'correct', word: 'correct', icon: 'edit' },
      may.correct && { deed: 'correct-work', word: 'correct-work', icon: 'building' },
      may.invite && { deed: 'invite', word: invitation.state === 'waiting' ? 'send-again' : 'send', icon: 'mail' },
      may.withdraw && { deed: 'withdraw', word: 'withdraw', icon: 'close' },
      may.reactivate && { deed: 'reactivate', word: hasYetToAccept(member) ? 'reactivate-invited' : 'reactivate', icon: 'undo' },
      // whoever kept themselves out could not take it back
      may.suspend && !self && { deed: 'suspend', word: 'suspend', icon: 'pause' },
    ];
    return offers.filter((offer) => offer !== false);
  }
}

/** What takes an act back; nothing where the member would not stand as before. */
function wayBack(deed: Deed, before: MemberView): Deed | undefined {
  if (deed === 'suspend') return (before.status === 'invited') === hasYetToAccept(before) ? 'reactivate' : undefined;
  return deed === 'reactivate' && before.status === 'suspended' ? 'suspend' : undefined;
}

/** Whoever is let in again before they accepted their invitation is invited as before, not active. */
const hasYetToAccept = ({ signsIn, invitation }: MemberView): boolean => !signsIn && ['waiting', 'expired'].includes(invitation.state);
