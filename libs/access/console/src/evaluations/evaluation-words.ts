import { Injectable, inject } from '@angular/core';
import { evaluationWord, type EvaluationKind, type EvaluationLine, type EvaluationRulesView, type Role, roleWord } from '@smartpar/access/model';
import { Formats, Language } from '@smartpar/platform/ui';
import { LookWords } from '../ledger/look-words';

/** Says in words what evaluations of worker data are, whether they are on, and who made them: never a person. */
@Injectable({ providedIn: 'root' })
export class EvaluationWords {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);
  private readonly looks = inject(LookWords);

  /** What a kind of evaluation is. */
  kind(kind: EvaluationKind): string {
    return this.language.say(evaluationWord(kind));
  }

  /** `Privacy officer and A role of your organization’s own`, or that no person asked for it. */
  by({ system, roles }: EvaluationLine['by']): string {
    if (system) return this.language.say('access.evaluations.system');
    if (roles.length === 0) return this.roles([]);
    return this.formats.list(
      roles.map((role) => this.language.say(role === 'custom-role' || role === 'stand-in' ? `access.evaluations.as.${role}` : roleWord(role))),
    );
  }

  /** `Owner and Helpdesk`. */
  roles(roles: readonly Role[]): string {
    return roles.length === 0 ? this.language.say('access.ledger.somebody') : this.looks.roles(roles);
  }

  /** Whether evaluations are on, and why. */
  state({ state, askedBy, agreement }: Pick<EvaluationRulesView, 'state' | 'askedBy' | 'agreement'>): string {
    const until = agreement?.validUntil ?? null;
    return this.language.say(`access.evaluations.state.${state}`, {
      by: askedBy ?? '',
      title: agreement?.title ?? '',
      reference: agreement?.reference ?? '',
      from: agreement === null ? '' : this.formats.day(agreement.concludedOn),
      until: until === null ? '' : this.formats.day(until),
    });
  }

  /** `March 2026`. */
  month(month: string): string {
    return new Intl.DateTimeFormat(this.language.written(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
  }
}
