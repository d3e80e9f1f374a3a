import { Injectable, inject } from '@angular/core';
import { categoryWord, reasonWord, REVEAL_REASON_TEMPLATES, roleWord, type Lockbox, type LockboxLook, type ProfileCategory } from '@smartpar/access/model';
import { Formats, Language } from '@smartpar/platform/ui';

/** Whom it is about, as an answer says it. */
type Seen = Lockbox['asked']['scope'];

/** Says in words what a lockbox is about. */
@Injectable({ providedIn: 'root' })
export class LockboxWords {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  /** `Somebody cannot sign in` */
  reason(justification: Lockbox['justification']): string {
    return this.language.say(`lockbox.reasons.${justification}`);
  }

  /** Whom it is about, as the organization sees it: also that nobody goes by what was named. */
  scope({ reach, memberNumber, siteName }: Seen): string {
    if (reach === 'all') return this.language.say('lockbox.scope.all');
    if (reach === 'site')
      return siteName === null ? this.language.say('lockbox.scope.siteUnknown') : this.language.say('lockbox.scope.site', { name: siteName });
    return memberNumber === null ? this.language.say('lockbox.scope.memberUnknown') : this.language.say('lockbox.scope.member', { number: memberNumber });
  }

  /** Whom staff asked about, which does not tell them whether it is there. */
  scopeAsked({ reach, how }: Pick<Seen, 'reach' | 'how'>): string {
    if (reach === 'all') return this.language.say('lockbox.scope.all');
    if (reach === 'site') return this.language.say('lockbox.scope.siteNamed');
    return this.language.say(how === 'address' ? 'lockbox.scope.memberAddress' : 'lockbox.scope.memberNumber');
  }

  /** `Name and Work e-mail` */
  categories(categories: readonly ProfileCategory[]): string {
    return this.formats.list(categories.map((category) => this.language.say(categoryWord(category))));
  }

  /** `90 minutes` */
  length(minutes: number): string {
    return this.formats.duration(minutes);
  }

  /** `Support at SmartPAR, M-10001` */
  staff({ role, number }: Lockbox['staff']): string {
    return this.language.say('lockbox.page.byWords', { role: this.language.say(roleWord(role)), number });
  }

  /** What was allowed, in one line. */
  granted({ categories, scope, minutes }: NonNullable<Lockbox['granted']>): string {
    return this.language.say('lockbox.page.grantedWords', { what: this.categories(categories), whose: this.whoseGranted(scope), long: this.length(minutes) });
  }

  /** Whom it was allowed about; where staff are not told which one that is, as little as they asked with. */
  private whoseGranted(scope: Seen): string {
    return scope.memberNumber === null && scope.siteName === null ? this.scopeAsked(scope) : this.scope(scope);
  }

  /** One thing that was looked at. */
  look({ kind, memberNumber, categories }: Pick<LockboxLook, 'kind' | 'memberNumber' | 'categories'>): string {
    const number = memberNumber ?? this.language.say('lockbox.looks.somebody');
    if (kind === 'list') return this.language.say('lockbox.looks.list');
    if (kind === 'reveal') return this.language.say('lockbox.looks.reveal', { number, what: this.categories(categories) });
    return memberNumber === null ? this.language.say('lockbox.looks.findNobody') : this.language.say('lockbox.looks.find', { number });
  }

  /** Why it was looked at; nothing where no reason is asked for. */
  why({ reason }: Pick<LockboxLook, 'reason'>): string {
    if (reason === null) return '';
    if ('words' in reason) return reason.words;
    const template = REVEAL_REASON_TEMPLATES.find((known) => known === reason.template);
    return template === undefined ? '' : this.language.say(reasonWord(template));
  }
}
