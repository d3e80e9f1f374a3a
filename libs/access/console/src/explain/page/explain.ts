import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { isProfileCategory, type ProfileCategory } from '@smartpar/access/model';
import {
  Api,
  Control,
  EmptyState,
  Field,
  Icon,
  Language,
  PageHeader,
  Problem,
  ProblemNote,
  problemOf,
  Segmented,
  urlFilters,
  Why,
} from '@smartpar/platform/ui';
import { PersonSees } from '../sees/person-sees';
import { Viewers } from '../viewers/viewers';

interface Found {
  readonly items: readonly { readonly id: string }[];
}

const FIRST: ProfileCategory = 'user.contact.phone_number.work';

/** What somebody may see and why, and who may see somebody's data and why. Its state is its address, with nothing of anybody in it but an id. */
@Component({
  selector: 'sp-explain',
  imports: [Control, EmptyState, Field, Icon, MatButton, PageHeader, PersonSees, ProblemNote, Segmented, TranslocoPipe, Viewers, Why],
  templateUrl: './explain.html',
  styleUrl: './explain.scss',
})
export class Explain {
  private readonly api = inject(Api);
  private readonly language = inject(Language);

  readonly organizationId = input.required<string>();

  protected readonly filters = urlFilters<Record<'of' | 'member' | 'category', string>>({ of: 'sees', member: '', category: FIRST });
  protected readonly category = computed(() => {
    const { category } = this.filters.values();
    return isProfileCategory(category) ? category : FIRST;
  });
  protected readonly sides = computed(() => [
    { value: 'sees', label: this.language.say('explain.side.sees') },
    { value: 'seen', label: this.language.say('explain.side.seen') },
  ]);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly problems = { 'member.nobody': 'explain.nobody' };

  /** Looks somebody up by number or address. What was typed stays out of the address. */
  protected async find(event: Event, typed: string): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    if (typed.trim() === '') return;
    try {
      const { items } = await this.api.post<Found>(`/organizations/${this.organizationId()}/members/search`, { search: typed.trim(), size: 2 });
      const [member, another] = items;
      if (member === undefined || another !== undefined) throw new Problem({ status: 404, code: 'member.nobody', detail: '' });
      this.filters.set({ member: member.id });
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
  }
}
