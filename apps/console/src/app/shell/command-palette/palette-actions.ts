import { Injectable, computed, inject } from '@angular/core';
import { Abilities, Session, type Membership } from '@smartpar/access/console';
import { type MemberPage, parseMemberNumber } from '@smartpar/members/model';
import { emailAddress } from '@smartpar/platform/contract';
import { Api, Language } from '@smartpar/platform/ui';
import { WhereAmI } from '../where-am-i';
import type { PaletteTarget } from './palette-target';

const address = emailAddress();

/** What the palette does besides leading to pages: inviting, asking, signing out, and looking one member up. */
@Injectable({ providedIn: 'root' })
export class PaletteActions {
  private readonly abilities = inject(Abilities);
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  private readonly where = inject(WhereAmI);

  /** The organization one looks at; without one, every one of one's own. */
  private readonly organizations = computed<readonly Membership[]>(() => {
    const here = this.where.organization();
    return here === null ? this.session.memberships() : [here];
  });

  /** Where one may look a member up. */
  readonly finds = computed<readonly Membership[]>(() =>
    this.organizations().filter(({ organizationId }) => this.abilities.of(organizationId).can('find', 'member')),
  );

  /** Acts that are found by their words. */
  readonly acts = computed<readonly PaletteTarget[]>(() => [
    ...this.organizations()
      .filter(({ organizationId }) => this.abilities.of(organizationId).can('invite', 'member'))
      .map(({ organizationId, organizationName }) => ({
        id: `invite-${organizationId}`,
        words: this.language.say('shell.palette.invite'),
        where: organizationName,
        icon: 'plus' as const,
        act: () => `/org/${organizationId}/members/invite`,
      })),
    {
      id: 'ask',
      words: this.language.say('start.ask'),
      where: '',
      icon: 'question',
      act: () => (this.session.memberships().length > 0 ? '/my?ask=question' : '/ask'),
    },
    { id: 'sign-out', words: this.language.say('shell.person.signOut'), where: '', icon: 'sign-out', act: () => this.signOut() },
  ]);

  /**
   * Looking up the one member with exactly this number or address, for those who may find. It is done when it is chosen, never while
   * one types, since it may be counted in that member's ledger.
   */
  membersBy(typed: string): readonly PaletteTarget[] {
    const search = typed.trim();
    if (parseMemberNumber(search) === null && !address.safeParse(search).success) return [];
    return this.finds().map(({ organizationId, organizationName }) => ({
      id: `member-${organizationId}`,
      words: this.language.say('shell.palette.member', { search }),
      where: organizationName,
      icon: 'person' as const,
      act: () => this.member(organizationId, search),
    }));
  }

  /** The search goes by POST, so that no address stands in a URL. */
  private async member(organizationId: string, search: string): Promise<string | null> {
    const { items } = await this.api.post<MemberPage>(`/organizations/${organizationId}/members/search`, { search, size: 1 });
    const [only] = items;
    return only === undefined ? null : `/org/${organizationId}/members/${only.id}`;
  }

  private async signOut(): Promise<string> {
    await this.session.signOut();
    return '/';
  }
}
