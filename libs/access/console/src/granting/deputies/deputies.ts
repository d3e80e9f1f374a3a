import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Deputies } from '@smartpar/access/model';
import {
  Act,
  Api,
  Control,
  Field,
  Icon,
  Language,
  MomentPipe,
  Now,
  PageHeader,
  Pending,
  ProblemNote,
  Toasts,
  apiAddress,
  problemOf,
  sending,
} from '@smartpar/platform/ui';
import type { Problem } from '@smartpar/platform/ui';
import * as z from 'zod';
import { untilAfter } from '../ask/wish';
import { GrantingWords } from '../granting-words';

const NUMBER = /^\s*m?-?\d{5,9}\s*$/i;

/** Days for which somebody may stand in. */
const LENGTHS = ['1', '7', '14', '30', '59'] as const;

const typedDeputy = z.object({ number: z.string().regex(NUMBER), days: z.string() });

/** One member found by number, as far as it is needed here. */
interface Found {
  readonly items: readonly { readonly id: string }[];
}

/** Who decides in my place while I am away, and for whom I do. */
@Component({
  selector: 'sp-deputies',
  imports: [Control, Field, FormField, Icon, MatButton, MomentPipe, PageHeader, Pending, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './deputies.html',
  styleUrl: './deputies.scss',
})
export class DeputiesPage {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly now = inject(Now);
  protected readonly words = inject(GrantingWords);

  readonly organizationId = input.required<string>();

  protected readonly lengths = LENGTHS;
  protected readonly deputies = httpResource<Deputies>(() => apiAddress(this.path()));
  protected readonly unknown = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private readonly typed = signal({ number: '', days: '14' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, typedDeputy));
  protected readonly naming = sending(this.form, async ({ number, days }, act) => {
    const found = await this.api.post<Found>(`/organizations/${this.organizationId()}/members/search`, { search: number.trim() });
    const [member] = found.items;
    this.unknown.set(member === undefined);
    if (member === undefined) return undefined;
    const now = this.now.moment();
    const body = { memberId: member.id, from: now.toISOString(), until: untilAfter(now, Number(days) * 24) };
    return this.api.post<Deputies>(this.path(), body, act);
  });

  protected async name(event: Event): Promise<void> {
    event.preventDefault();
    const deputies = await this.naming.send();
    if (deputies === undefined) return;
    this.deputies.set(deputies);
    this.typed.set({ number: '', days: '14' });
    this.form().reset();
    this.toasts.show(this.language.say('granting.deputies.named'));
  }

  protected async end(id: string): Promise<void> {
    this.problem.set(null);
    try {
      this.deputies.set(await this.api.delete<Deputies>(`${this.path()}/${id}`, new Act()));
      this.toasts.show(this.language.say('granting.deputies.ended'));
    } catch (failure) {
      this.problem.set(problemOf(failure));
      this.deputies.reload();
    }
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/deputies`;
  }
}
