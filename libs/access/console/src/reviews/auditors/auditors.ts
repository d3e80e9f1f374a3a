import { httpResource } from '@angular/common/http';
import { Component, DestroyRef, computed, inject, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  Act,
  Api,
  Control,
  DayPipe,
  Field,
  FileTransfer,
  Formats,
  Icon,
  Language,
  Now,
  PageHeader,
  Pending,
  ProblemNote,
  SavedFiles,
  Toasts,
  WorkProgress,
  apiAddress,
  problemOf,
  sending,
  type Problem,
} from '@smartpar/platform/ui';
import * as z from 'zod';
import { CanPipe } from '../../can/can-pipe';
import { numbersIn } from '../member-numbers';

/** One line of `GET /api/organizations/:organizationId/external-auditors`. */
interface Auditor {
  readonly memberId: string;
  readonly number: number;
  readonly until: string;
  readonly over: boolean;
}

/** For how many days somebody can be let in. */
const LENGTHS = ['1', '7', '14', '30'] as const;

const SENTENCES = {
  'external_auditor.holds_roles': 'reviews.auditors.problem.holdsRoles',
  'external_auditor.too_long': 'reviews.auditors.problem.tooLong',
  'external_auditor.not_there': 'reviews.auditors.problem.notThere',
  'role.kept_apart': 'reviews.auditors.problem.keptApart',
};

const PACK_SENTENCES = { 'evidence_pack.period_wrong': 'reviews.auditors.periodWrong' };

const oneNumber = z.string().refine((text) => numbersIn(text)?.length === 1, { params: { code: 'invalid_format' } });
const typedAuditor = z.object({ number: oneNumber, days: z.string() });
const typedPeriod = z.object({ from: z.string().min(1), to: z.string().min(1) });

const DAY = 86_400_000;

/** Who checks from outside and until when, and the evidence of a period as one file. */
@Component({
  selector: 'sp-auditors',
  imports: [CanPipe, Control, DayPipe, Field, FormField, Icon, MatButton, PageHeader, Pending, ProblemNote, RouterLink, TranslocoPipe, WorkProgress],
  templateUrl: './auditors.html',
  styleUrl: '../../granting/deputies/deputies.scss',
})
export class AuditorsPage {
  private readonly api = inject(Api);
  private readonly files = inject(FileTransfer);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly now = inject(Now);
  private readonly saved = inject(SavedFiles);
  private readonly toasts = inject(Toasts);
  private readonly leaving = new AbortController();

  readonly organizationId = input.required<string>();

  protected readonly lengths = LENGTHS;
  protected readonly sentences = SENTENCES;
  protected readonly packSentences = PACK_SENTENCES;
  protected readonly auditors = httpResource<{ readonly items: readonly Auditor[] }>(() => apiAddress(`${this.path()}/external-auditors`));
  protected readonly unknown = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private readonly typed = signal({ number: '', days: '14' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, typedAuditor));
  protected readonly admitting = sending(this.form, async ({ number, days }, act) => {
    const wanted = numbersIn(number)?.[0] ?? '';
    const { items } = await this.api.post<{ readonly items: readonly { readonly id: string; readonly number: number }[] }>(`${this.path()}/members/search`, {
      search: wanted,
      size: 2,
    });
    const member = items.find((one) => String(one.number) === wanted);
    this.unknown.set(member === undefined);
    if (member === undefined) return undefined;
    return this.api.put<object>(`${this.path()}/members/${member.id}/external-auditor`, { days: Number(days) }, act);
  });

  protected readonly period = form(signal({ from: this.dayIn(-90), to: this.dayIn(0) }), (path) => validateStandardSchema(path, typedPeriod));
  private readonly carried = signal<number | null>(null);
  protected readonly far = computed(() => this.language.say('reviews.auditors.far', { done: this.formats.bytes(this.carried() ?? 0) }));
  protected readonly taking = sending(this.period, async ({ from, to }) => {
    const body = { from: `${from}T00:00:00Z`, until: new Date(Date.parse(`${to}T00:00:00Z`) + DAY).toISOString() };
    const file = await this.files.fetch(`${this.path()}/evidence-pack`, body, { signal: this.leaving.signal, carried: (bytes) => this.carried.set(bytes) });
    this.saved.save(this.language.say('reviews.auditors.fileName', { from, to }), file);
    return true;
  });

  protected readonly numberOf = ({ number }: Auditor): string => `M-${number}`;

  constructor() {
    // whoever leaves the page wants no file
    inject(DestroyRef).onDestroy(() => this.leaving.abort());
  }

  protected dayCount(days: string): string {
    return this.language.sayCount('reviews.start.dayCount', Number(days));
  }

  protected async admit(event: Event): Promise<void> {
    event.preventDefault();
    if ((await this.admitting.send()) === undefined) return;
    this.typed.set({ number: '', days: '14' });
    this.form().reset();
    this.auditors.reload();
    this.toasts.show(this.language.say('reviews.auditors.admitted'));
  }

  protected async end({ memberId }: Auditor): Promise<void> {
    this.problem.set(null);
    try {
      await this.api.delete(`${this.path()}/members/${memberId}/external-auditor`, new Act());
      this.toasts.show(this.language.say('reviews.auditors.ended'));
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
    this.auditors.reload();
  }

  protected async take(event: Event): Promise<void> {
    event.preventDefault();
    this.carried.set(null);
    if ((await this.taking.send()) === true) this.toasts.show(this.language.say('reviews.auditors.taken'));
  }

  /** A day counted as the evidence is: from midnight to midnight in UTC. */
  private dayIn(days: number): string {
    return new Date(this.now.moment().getTime() + days * DAY).toISOString().slice(0, 10);
  }

  private path(): string {
    return `/organizations/${this.organizationId()}`;
  }
}
