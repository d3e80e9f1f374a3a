import { Injectable, inject } from '@angular/core';
import { ROLES, roleWord, type AccessReview, type ReviewAnswered, type ReviewItem } from '@smartpar/access/model';
import { Formats, Language } from '@smartpar/platform/ui';
import { GrantingWords } from '../granting/granting-words';

/** Something that is known of a role or a grant, and how much it matters. */
export interface Evidence {
  readonly text: string;
  readonly tone: 'late' | 'soon' | 'still';
}

/** Says what a review looks at, and what speaks for and against it. */
@Injectable({ providedIn: 'root' })
export class ReviewWords {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);
  private readonly granting = inject(GrantingWords);

  /** `M-10422`, or that somebody left. */
  member({ number }: { readonly number: number | null }): string {
    return number === null ? this.say('member.gone') : `M-${number}`;
  }

  /** `Roles and Access to data` */
  covers({ covers }: Pick<AccessReview, 'covers'>): string {
    return this.formats.list(covers.map((one) => this.say(`covers.${one}`)));
  }

  /** Where it looks: `The whole organization`, `Site: Hamburg`. */
  scope({ scope: { kind, name } }: Pick<AccessReview, 'scope'>): string {
    return this.say(`scope.${kind}`, { name: name === null ? this.say('scope.gone') : this.role(name) });
  }

  /** Who holds it: a member by number, everybody with a role, or a group. */
  who({ holder, grant }: ReviewItem): string {
    if (holder !== null) return this.member(holder);
    if (grant === null || grant.to.kind === 'member') return this.say('member.gone');
    if (grant.to.kind === 'role') return this.say('items.everybodyWith', { role: this.role(grant.to.name ?? '') });
    return grant.to.name === null ? this.say('items.goneGroup') : this.say('items.group', { name: grant.to.name });
  }

  /** What is held: `Helpdesk, site Hamburg`, or `All contact data (on reveal), of everybody`. */
  what({ role, grant }: ReviewItem): string {
    if (role !== null) {
      const name = ROLES.some((one) => one === role.role) ? this.role(role.role) : (role.name ?? this.say('items.ownRole'));
      return `${name}, ${this.say(`items.place.${role.placeKind}`, { name: role.place ?? this.say('scope.gone') })}`;
    }
    if (grant === null) return this.say('scope.gone');
    const what = this.say('items.grant', { what: this.granting.categories(grant.categories), mode: this.say(`items.mode.${grant.mode}`) });
    return `${what}, ${this.say(`items.grantScope.${grant.scope}`)}, ${this.say('items.until', { day: this.formats.day(grant.until) })}`;
  }

  /** What speaks for and against it, what matters most first. */
  evidence(item: ReviewItem): readonly Evidence[] {
    return [...this.against(item), this.use(item), { text: this.say('items.since', { day: this.formats.day(item.heldSince) }), tone: 'still' }];
  }

  /** What was said of it, and what became of it. */
  answer({ answer, second, outcome }: ReviewItem): readonly string[] {
    const said = answer === null ? [] : [this.say('items.said', { verdict: this.say(`items.verdict.${answer.verdict}`), who: this.member(answer.by) })];
    const confirmed = second === null ? [] : [this.say(second.confirmed ? 'items.confirmed' : 'items.overruled', { who: this.member(second.by) })];
    const came = outcome === null ? [] : [`${this.say(`items.outcome.${outcome.outcome}`)} (${this.say(`items.cause.${outcome.cause}`)})`];
    return [...came, ...said, ...confirmed];
  }

  /** What came of answering for several at once. */
  came({ done, refused }: ReviewAnswered): string {
    const why = this.formats.list([...new Set(refused.map(({ obstacle }) => this.say(`items.obstacle.${obstacle}`)))]);
    const left = refused.length === 0 ? [] : [this.language.sayCount('reviews.items.refused', refused.length, { why })];
    return [this.language.sayCount('reviews.items.done', done.length), ...left].join(' ');
  }

  private against({ holder, conflicts, still }: ReviewItem): readonly Evidence[] {
    const late = (text: string): Evidence => ({ text, tone: 'late' });
    const roles = this.formats.list(conflicts.map((role) => (ROLES.some((one) => one === role) ? this.role(role) : this.say('items.another'))));
    return [
      ...(still ? [] : [late(this.say('items.notHeld'))]),
      ...(holder !== null && holder.status !== 'active' ? [late(this.say(`items.status.${holder.status}`))] : []),
      ...(holder?.workerOver === true ? [late(this.say('items.over'))] : []),
      ...(holder?.keptAway === true ? [late(this.say('items.keptAway'))] : []),
      ...(conflicts.length > 0 ? [late(this.say('items.conflict', { roles }))] : []),
      ...(holder !== null && holder.workerType !== 'employee' && !holder.workerOver
        ? [{ text: this.say(`items.${holder.workerType}`), tone: 'soon' as const }]
        : []),
    ];
  }

  private use({ useTold, lastUsedAt }: ReviewItem): Evidence {
    if (!useTold) return { text: this.say('items.useOff'), tone: 'still' };
    if (lastUsedAt === null) return { text: this.say('items.never'), tone: 'soon' };
    return { text: this.say('items.used', { ago: this.formats.distance(lastUsedAt) }), tone: 'still' };
  }

  private role(name: string): string {
    const builtIn = ROLES.find((one) => one === name);
    return builtIn === undefined ? name : this.language.say(roleWord(builtIn));
  }

  private say(key: string, figures: Readonly<Record<string, string>> = {}): string {
    return this.language.say(`reviews.${key}`, figures);
  }
}
