import { Injectable, inject } from '@angular/core';
import {
  categoryWord,
  purposeWord,
  ROLES,
  roleWord,
  type ExplainedRule,
  type ExplainedSight,
  type MemberExplanation,
  type ProfileCategory,
} from '@smartpar/access/model';
import { Formats, Language } from '@smartpar/platform/ui';

type Ability = MemberExplanation['does'][number];

/** Says in words who sees what, and by which rule. */
@Injectable({ providedIn: 'root' })
export class ExplainWords {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  /** `Work phone` */
  category(category: ProfileCategory): string {
    return this.say(categoryWord(category));
  }

  /** `Shown`, `Hidden, can be revealed`, `Hidden` */
  mode(mode: string): string {
    return this.say(`explain.mode.${mode}`);
  }

  /** `Of everybody at Harbour, for: Keeping accounts safe` */
  what({ scope, purposes }: Pick<ExplainedSight, 'scope' | 'purposes'>): string {
    return this.say('explain.what', {
      scope: this.say(`explain.scope.${scope.places.length === 0 ? `${scope.kind}Unnamed` : scope.kind}`, { places: this.formats.list(scope.places) }),
      purposes: this.purposes(purposes),
    });
  }

  /** The purposes, one after the other. */
  purposes(purposes: ExplainedSight['purposes']): string {
    return this.formats.list(purposes.map((purpose) => this.say(purposeWord(purpose))));
  }

  /** By what, in one sentence: `By a grant that M-10001 (Owner) allowed on 3 November 2026.` */
  why({ rule }: Pick<ExplainedSight, 'rule'>): string {
    if (rule.kind === 'role') return this.say('explain.why.role', { role: this.say(roleWord(rule.role)) });
    if (rule.kind !== 'grant') return this.say(`explain.why.${rule.kind}`);
    return this.say(`explain.why.grantTo.${rule.to.kind}`, { grantee: this.grantee(rule), allowed: this.allowed(rule) });
  }

  /** `until 3 Nov 2026, 10:00`; empty for what ends with the role */
  until({ until }: Pick<ExplainedSight, 'until'>): string {
    return until === null ? '' : this.say('explain.until', { moment: this.formats.moment(until) });
  }

  /** Where a rule itself can be read, below the organization; `null` where there is no page of it. */
  placeOf(rule: ExplainedRule): readonly string[] | null {
    switch (rule.kind) {
      case 'role':
        return ['settings', 'grants'];
      case 'grant':
        return ['access', 'grants', rule.grantId];
      case 'break-glass':
        return ['access', 'break-glass', rule.breakGlassId];
      default:
        return null;
    }
  }

  /** The roles that give an ability: `Owner, Helpdesk (Site: Harbour)` */
  by({ by }: Pick<Ability, 'by'>): string {
    return this.formats.list(
      by.map(({ role, roleName, scope, deputy }) => {
        const name = this.roleName(role, roleName);
        const place = scope.kind === 'all' ? name : this.say(`explain.by.${scope.kind}`, { role: name, place: scope.name ?? '' });
        return deputy ? this.say('explain.by.deputy', { role: place }) : place;
      }),
    );
  }

  private allowed({ decidedAt, decidedBy }: Extract<ExplainedRule, { kind: 'grant' }>): string {
    if (decidedAt === null || decidedBy === null) return '';
    const who = decidedBy.number === null ? this.say('explain.somebody') : `M-${decidedBy.number}`;
    const roles = this.formats.list(decidedBy.roles.map((role) => this.say(roleWord(role))));
    return this.say(roles === '' ? 'explain.allowed' : 'explain.allowedAs', { who, roles, day: this.formats.day(decidedAt) });
  }

  private grantee({ to }: Extract<ExplainedRule, { kind: 'grant' }>): string {
    if (to.kind === 'role') return this.say(roleWord(to.role));
    return to.kind === 'group' ? (to.name ?? '') : '';
  }

  private roleName(role: string, own: string | null): string {
    const builtIn = ROLES.find((one) => one === role);
    return builtIn === undefined ? (own ?? this.say('roles.gone')) : this.say(roleWord(builtIn));
  }

  private say(key: string, figures: Readonly<Record<string, string>> = {}): string {
    return this.language.say(key, figures);
  }
}
