import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { CanPipe } from '@smartpar/access/console';
import { PROFILE_CATEGORIES, categoryWord } from '@smartpar/access/model';
import { ATTRIBUTE_KINDS, MAX_ATTRIBUTE_NAME, type ProfileAttribute } from '@smartpar/members/model';
import {
  Act,
  Api,
  ConfirmByTyping,
  Control,
  DayPipe,
  EmptyState,
  Field,
  Icon,
  Language,
  PageHeader,
  Pending,
  ProblemNote,
  Toasts,
  Why,
  apiAddress,
  problemOf,
  sending,
  type Problem,
} from '@smartpar/platform/ui';
import { ATTRIBUTE_PROBLEMS, choicesIn } from './attribute-words';
import { AttributeForm } from './attribute-form/attribute-form';

const NEW = { name: '', kind: 'text', category: 'user.workplace', choices: '', byPerson: 'no' };

/** What the organization keeps of its members beside what everybody has: defined, renamed, and used no more. */
@Component({
  selector: 'sp-attributes',
  imports: [
    ...[AttributeForm, CanPipe, Control, DayPipe, EmptyState, Field, FormField, Icon, MatButton],
    ...[PageHeader, Pending, ProblemNote, TranslocoPipe, Why],
  ],
  templateUrl: './attributes.html',
  styleUrl: './attributes.scss',
})
export class Attributes {
  private readonly api = inject(Api);
  private readonly confirm = inject(ConfirmByTyping);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);

  readonly organizationId = input.required<string>();

  protected readonly problems = ATTRIBUTE_PROBLEMS;
  protected readonly kinds = ATTRIBUTE_KINDS;
  protected readonly categories = PROFILE_CATEGORIES.map((category) => ({ category, word: categoryWord(category) }));
  protected readonly word = categoryWord;
  protected readonly problem = signal<Problem | null>(null);
  /** the one that is being changed */
  protected readonly changing = signal<string | null>(null);
  protected readonly attributes = httpResource<{ items: readonly ProfileAttribute[] }>(() => apiAddress(this.path()));
  protected readonly used = computed(() => this.all().filter(({ retiredAt }) => retiredAt === null));
  protected readonly retired = computed(() => this.all().filter(({ retiredAt }) => retiredAt !== null));
  private readonly typed = signal(NEW);
  protected readonly form = form(this.typed, (path) => {
    required(path.name);
    maxLength(path.name, MAX_ATTRIBUTE_NAME);
    required(path.choices, { when: ({ valueOf }) => valueOf(path.kind) === 'choice' });
  });
  protected readonly adding = sending(this.form, ({ name, kind, category, choices, byPerson }, act) => {
    const attribute = { name, kind, category, choices: kind === 'choice' ? choicesIn(choices) : [], byPerson: byPerson === 'yes' };
    return this.api.post<ProfileAttribute>(this.path(), attribute, act);
  });

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const added = await this.adding.send();
    if (added === undefined) return;
    this.typed.set(NEW);
    this.form().reset();
    this.attributes.reload();
    this.toasts.show(this.language.say('members.attributes.added', { name: added.name }));
  }

  protected changed(): void {
    this.changing.set(null);
    this.attributes.reload();
    this.toasts.show(this.language.say('members.attributes.changed'));
  }

  /** Nothing brings it back, so it is asked about first. */
  protected async retire({ id, name, version }: ProfileAttribute): Promise<void> {
    const consequences = [
      { kind: 'goes', text: this.language.say('members.attributes.retireGoes') },
      { kind: 'stays', text: this.language.say('members.attributes.retireStays') },
    ] as const;
    const title = this.language.say('members.attributes.retireTitle', { name });
    if (!(await this.confirm.ask({ title, consequences, phrase: name, action: this.language.say('members.attributes.retire') }))) return;
    this.problem.set(null);
    try {
      await this.api.post(`${this.path()}/${id}/retirement`, { version }, new Act());
      this.toasts.show(this.language.say('members.attributes.retired', { name }));
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.attributes.reload();
    }
  }

  protected path(): string {
    return `/organizations/${this.organizationId()}/profile-attributes`;
  }

  private all(): readonly ProfileAttribute[] {
    return this.attributes.hasValue() ? this.attributes.value().items : [];
  }
}
