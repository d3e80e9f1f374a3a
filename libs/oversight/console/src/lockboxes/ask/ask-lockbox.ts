import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { LockboxWords, Session, SignUndertakingDialog } from '@smartpar/access/console';
import { caseReference, categoryWord, LOCKBOX_JUSTIFICATIONS, PROFILE_CATEGORIES } from '@smartpar/access/model';
import type { LockboxScopeNamed, ProfileCategory, StaffLockbox } from '@smartpar/access/model';
import { httpResource } from '@angular/common/http';
import type { OrganizationFigures } from '@smartpar/oversight/model';
import type { Page } from '@smartpar/kernel';
import { Api, apiAddress, Control, Dialogs, Field, Icon, Language, PageHeader, ProblemNote, Segmented, sending } from '@smartpar/platform/ui';
import * as z from 'zod';
import { whoNamed } from '../who-named';

const LENGTHS: readonly number[] = [15, 30, 60, 120, 240, 480];

/** Code of a request by somebody who has not signed the undertaking in force. */
const UNSIGNED = 'undertaking.unsigned';

/** What is typed, before it becomes a request. */
const typedRequest = z
  .object({
    organizationId: z.string().min(1),
    caseReference: z.string().refine((text) => caseReference().safeParse(text).success, { error: 'no reference' }),
    justification: z.string().min(1),
    reach: z.string(),
    person: z.string(),
    site: z.string(),
    minutes: z.string(),
  })
  .refine(({ reach, person }) => reach !== 'member' || whoNamed(person) !== null, { path: ['person'], error: 'nobody named' })
  .refine(({ reach, site }) => reach !== 'site' || site.trim() !== '', { path: ['site'], error: 'no site' });

/** A staff member asks to see data of an organization, for one case. */
@Component({
  selector: 'sp-ask-lockbox',
  imports: [Control, Field, FormField, Icon, MatButton, PageHeader, ProblemNote, Segmented, TranslocoPipe],
  templateUrl: './ask-lockbox.html',
  styleUrl: './ask-lockbox.scss',
})
export class AskLockbox {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly words = inject(LockboxWords);

  protected readonly justifications = LOCKBOX_JUSTIFICATIONS;
  protected readonly categories = PROFILE_CATEGORIES;
  protected readonly categoryWord = categoryWord;
  protected readonly lengths = LENGTHS;
  protected readonly begins = signal('');
  private readonly organizations = httpResource<Page<OrganizationFigures>>(() => {
    const workforce = this.session.workforce();
    if (workforce === null) return undefined;
    return {
      url: apiAddress(`/organizations/${workforce.organizationId}/oversight/organizations`),
      params: { size: 50, ...(this.begins() !== '' && { name: this.begins() }) },
    };
  });
  protected readonly choices = computed(() =>
    (this.organizations.hasValue() ? this.organizations.value().items : [])
      .filter(({ kind }) => kind !== 'workforce')
      .toSorted((one, other) => one.name.localeCompare(other.name)),
  );
  protected readonly reaches = computed(() =>
    (['member', 'site', 'all'] as const).map((reach) => ({ value: reach, label: this.language.say(`staffLockbox.ask.${reach}`) })),
  );
  protected readonly chosen = signal<readonly ProfileCategory[]>([]);
  protected readonly tried = signal(false);

  private readonly typed = signal({ organizationId: '', caseReference: '', justification: '', reach: 'member', person: '', site: '', minutes: '60' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, typedRequest));
  protected readonly asking = sending(this.form, ({ organizationId, caseReference: reference, justification, minutes, ...whose }, act) => {
    const body = { organizationId, caseReference: reference, justification, categories: this.chosen(), scope: scopeOf(whose), minutes: Number(minutes) };
    return this.api.post<StaffLockbox>(`/organizations/${this.session.workforce()?.organizationId ?? ''}/oversight/lockboxes`, body, act);
  });

  protected toggle(category: ProfileCategory): void {
    this.chosen.update((chosen) => PROFILE_CATEGORIES.filter((one) => (one === category ? !chosen.includes(one) : chosen.includes(one))));
  }

  protected async ask(event?: Event): Promise<void> {
    event?.preventDefault();
    this.tried.set(true);
    if (this.chosen().length === 0) return;
    const asked = await this.asking.send();
    if (asked !== undefined) await this.router.navigate(['/oversight', 'lockboxes', asked.id]);
    else if (this.asking.problem()?.code === UNSIGNED) await this.signFirst();
  }

  /** What was asked before the undertaking came in between goes on. */
  private async signFirst(): Promise<void> {
    const organizationId = this.session.workforce()?.organizationId ?? '';
    if ((await this.dialogs.open<'signed', string>(SignUndertakingDialog, organizationId)) === 'signed') await this.ask();
  }
}

function scopeOf({ reach, person, site }: { readonly reach: string; readonly person: string; readonly site: string }): LockboxScopeNamed {
  if (reach === 'site') return { reach, name: site.trim() };
  const who = whoNamed(person);
  return reach === 'member' && who !== null ? { reach, ...who } : { reach: 'all' };
}
