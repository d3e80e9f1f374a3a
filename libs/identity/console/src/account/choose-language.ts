import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { AccountLanguage, Session } from '@smartpar/access/console';
import { Act, Language, type Problem, ProblemNote, problemOf, Segmented, Toasts } from '@smartpar/platform/ui';

/** Chooses the language of the account: of the screens wherever one signs in, and of mails. It is kept at once. */
@Component({
  selector: 'sp-choose-language',
  imports: [ProblemNote, Segmented, TranslocoPipe],
  template: `
    <sp-segmented
      [label]="'identity.account.language.label' | transloco"
      [choices]="choices"
      [value]="chosen()"
      [disabled]="busy()"
      (valueChange)="choose($event)"
    />
    <p class="sp-quiet">{{ 'identity.account.language.effect' | transloco }}</p>
    <sp-problem-note [problem]="problem()" />
  `,
  host: { class: 'sp-stack' },
})
export class ChooseLanguage {
  private readonly account = inject(AccountLanguage);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly act = new Act();

  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly chosen = computed(() => this.session.facts()?.account.locale ?? this.language.current());
  /** each language in its own words: whoever picked a wrong one must find back */
  protected readonly choices = this.language.all.map((value) => ({ value, label: new Intl.DisplayNames(value, { type: 'language' }).of(value) ?? value }));

  protected async choose(wanted: string): Promise<void> {
    const locale = this.language.all.find((known) => known === wanted);
    if (locale === undefined || locale === this.chosen()) return;
    this.problem.set(null);
    this.busy.set(true);
    try {
      await this.account.keep(locale, this.act);
      await this.language.use(locale);
      this.toasts.show(this.language.say('identity.account.language.kept'));
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
