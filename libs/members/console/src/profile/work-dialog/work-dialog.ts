import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, maxLength } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  COUNTRY_CODES,
  MAX_ATTRIBUTE_VALUE,
  MAX_DEPARTMENT,
  MAX_DISPLAY_NAME,
  MAX_EMPLOYEE_NUMBER,
  memberNumberText,
  type MemberAct,
  type MemberAttribute,
  type MemberPage,
  type MemberView,
  timeZoneNames,
} from '@smartpar/members/model';
import { Api, Control, DialogFrame, Field, Formats, Icon, Language, Problem, ProblemNote, Toasts, sending, type Act } from '@smartpar/platform/ui';
import type { CorrectTopic } from '../../member/correct-dialog/correct-dialog';
import { isOpen, typedWork, workChange, type TypedWork } from './work-correction';

const CHANGED = 'member.changed_meanwhile';

/** How an attribute of each kind is typed. */
const CONTROLS: Readonly<Record<MemberAttribute['kind'], 'text' | 'date' | 'select'>> = {
  ...{ text: 'text', number: 'text', date: 'date', choice: 'select', 'yes-no': 'select' },
};

/** Corrects where somebody works, and what the organization made up. What a directory leads is not offered. Closes with whether it was saved. */
@Component({
  selector: 'sp-work-dialog',
  imports: [Control, DialogFrame, Field, FormField, Icon, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './work-dialog.html',
  styleUrl: '../../member/correct-dialog/correct-dialog.scss',
})
export class WorkDialog {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);
  private readonly topic = inject<CorrectTopic>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);

  protected readonly zones = timeZoneNames();
  protected readonly number = memberNumberText(this.topic.member.number);
  protected readonly countries = computed(() => {
    const { compare } = new Intl.Collator(this.language.written());
    return COUNTRY_CODES.map((code) => ({ code, name: this.formats.countryName(code) })).toSorted((one, other) => compare(one.name, other.name));
  });
  private readonly member = signal(this.topic.member);
  /** what somebody else saved meanwhile is not undone: only what was typed here is sent */
  private readonly base = typedWork(this.topic.member);
  protected readonly attributes = computed(() =>
    this.member()
      .attributes.filter(isOpen)
      .map((one) => ({ ...one, ...this.controlOf(one) })),
  );
  /** fields a directory leads */
  protected readonly led = computed(() => Object.values(this.member().fields).some(({ editors }) => editors.includes('directory')));
  protected readonly form = form(signal<TypedWork>(this.base), (path) => {
    maxLength(path.displayName, MAX_DISPLAY_NAME);
    maxLength(path.department, MAX_DEPARTMENT);
    maxLength(path.employeeNumber, MAX_EMPLOYEE_NUMBER);
  });
  protected readonly longest = MAX_ATTRIBUTE_VALUE;
  protected readonly correcting = sending(this.form, (typed, act) => this.correct(typed, act));

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if ((await this.correcting.send()) === undefined) {
      if (this.correcting.problem()?.code === CHANGED) await this.refresh();
      return;
    }
    this.toasts.show(this.language.say('members.done.corrected'));
    this.dialog.close(true);
  }

  protected offered(field: keyof MemberView['fields']): boolean {
    return isOpen(this.member().fields[field]);
  }

  private async correct(typed: TypedWork, act: Act): Promise<MemberAct> {
    const { fields, attributes, manager } = workChange(typed, this.base);
    const named = manager === undefined ? {} : { managerId: manager === null ? null : await this.idOf(manager) };
    return this.api.patch<MemberAct>(`${this.path()}/profile`, { version: this.member().version, ...fields, attributes, ...named }, act);
  }

  /** @throws {Problem} where nobody has the number */
  private async idOf(search: string): Promise<string> {
    const found = await this.api.post<MemberPage>(`/organizations/${this.topic.organizationId}/members/search`, { search });
    const [member] = found.understood === 'exact' ? found.items : [];
    if (member !== undefined) return member.id;
    throw new Problem({ status: 422, code: 'member.unknown_manager', detail: '', fields: [{ field: 'managerId', code: 'unknown', message: '' }] });
  }

  /** From here on it is saved on top of what there is now. */
  private async refresh(): Promise<void> {
    const fresh = await this.api.get<MemberView>(this.path()).catch(() => undefined);
    if (fresh !== undefined) this.member.set(fresh);
  }

  private controlOf({ kind, choices }: MemberAttribute) {
    const words = kind === 'yes-no' ? ['yes', 'no'] : choices;
    return {
      control: CONTROLS[kind],
      options: words.map((value) => ({ value, label: kind === 'yes-no' ? this.language.say(`members.kept.${value}`) : value })),
    };
  }

  private path(): string {
    return `/organizations/${this.topic.organizationId}/members/${this.topic.member.id}`;
  }
}
