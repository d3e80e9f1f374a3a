import { Injectable } from '@nestjs/common';
import { Abilities } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { notFound, type Page, Time } from '@smartpar/kernel';
import { type MemberListItem, type MemberPage, type MemberSearch, parseMemberNumber } from '@smartpar/members/model';
import { emailAddress } from '@smartpar/platform/contract';
import { Database } from '@smartpar/platform/database';
import { listBeginnings } from './list-beginnings';
import { listMembers, type Viewer } from './list-members';
import { type ExactTerm, LookUpMember } from './look-up-member';
import { readingOf } from './reading';
import { isShownSomewhere } from './scoped-columns';

const address = emailAddress();
const NOBODY: Page<MemberListItem> = { items: [], next: null };

/**
 * The list of members and the search in it. Whoever may list gets pages of what they see; whoever may only find gets one member for a
 * whole number, address or employee number, which is counted; a term that nothing of is shown finds nobody.
 */
@Injectable()
export class SearchMembers {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly lookUp: LookUpMember,
    private readonly time: Time,
  ) {}

  /** @throws {DomainError} `not_found`, `page.cursor_invalid`, `member.order_hidden` */
  async run(actor: MemberActor, query: MemberSearch): Promise<MemberPage> {
    const ability = this.abilities.of(actor);
    const { sight, scoped } = readingOf(ability);
    // who is dormant is a suggestion to those who may let members go, and to nobody else
    if (query.dormant === true && !ability.can('deactivate', 'member')) throw notFound();
    const viewer: Viewer = { organizationId: actor.organizationId, ability, sight, scoped, now: this.time.now() };
    const [page, understood] = await this.found(actor, viewer, query);
    return { items: [...page.items], next: page.next, sight: viewer.sight, understood };
  }

  private async found(actor: MemberActor, viewer: Viewer, query: MemberSearch): Promise<readonly [Page<MemberListItem>, MemberPage['understood']]> {
    const { ability, sight } = viewer;
    const mayList = ability.can('list', 'member');
    const mayFind = ability.can('find', 'member');
    if (!mayList && !mayFind) throw notFound();
    if (query.search === undefined) return mayList ? [await listMembers(this.database, viewer, query), 'all'] : [NOBODY, 'nothing'];
    const employed = await this.employedAs(query.search, actor, viewer, query);
    const number = parseMemberNumber(query.search);
    if (number !== null) return [allOf(await this.exactly({ number }, mayList, actor, viewer, query), employed ?? NOBODY), 'exact'];
    if (employed !== null && (employed.items.length > 0 || !mayList)) return [employed, 'exact'];
    const isAddress = address.safeParse(query.search).success;
    if (isAddress && sight['user.contact.email.work'] !== 'shown' && (mayFind || !isShownSomewhere(viewer, 'user.contact.email.work'))) {
      return mayFind ? [await this.exactly({ address: query.search }, false, actor, viewer, query), 'exact'] : [NOBODY, 'nothing'];
    }
    const seen = isShownSomewhere(viewer, 'user.name') || isShownSomewhere(viewer, 'user.contact.email.work');
    return mayList && seen ? [await listBeginnings(this.database, viewer, query), 'beginning'] : [NOBODY, 'nothing'];
  }

  /** Who has an employee number, for whoever sees such numbers or may ask for one; what has no digit is none, and neither is an address. */
  private async employedAs(term: string, actor: MemberActor, viewer: Viewer, query: MemberSearch): Promise<Page<MemberListItem> | null> {
    const plainly = viewer.sight['user.workplace'] === 'shown' && viewer.ability.can('list', 'member');
    if (!/^[^@]*\d[^@]*$/.test(term) || !(plainly || viewer.ability.can('find', 'member'))) return null;
    return this.exactly({ employeeNumber: term }, plainly, actor, viewer, query);
  }

  private async exactly(term: ExactTerm, plainly: boolean, actor: MemberActor, viewer: Viewer, query: MemberSearch): Promise<Page<MemberListItem>> {
    const items = plainly ? await this.lookUp.plainly(viewer, term, query) : await this.lookUp.counted(actor, viewer, term, query);
    return { items, next: null };
  }
}

const allOf = (one: Page<MemberListItem>, other: Page<MemberListItem>): Page<MemberListItem> => ({
  items: [...one.items, ...other.items.filter(({ id }) => one.items.every((item) => item.id !== id))],
  next: null,
});
