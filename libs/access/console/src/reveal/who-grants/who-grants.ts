import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { categoryWord, type ProfileCategory } from '@smartpar/access/model';
import { Pending, Popover, apiAddress } from '@smartpar/platform/ui';
import { Abilities } from '../../abilities/abilities';

/** Whom members can ask, as `GET /api/organizations/:organizationId/privacy-contact` answers, as far as it is shown here. */
interface ContactAnswer {
  readonly contact: { readonly name: string; readonly email: string } | null;
}

/**
 * Beside a mask that stays: where to ask for just this, who decides what the reader's role sees, and how to reach them. Owners are led to the page
 * where they change it, whoever may read that page is led there, everybody else is told whom to ask.
 */
@Component({
  selector: 'sp-who-grants',
  imports: [MatButton, Pending, Popover, RouterLink, TranslocoPipe],
  templateUrl: './who-grants.html',
  styleUrl: './who-grants.scss',
})
export class WhoGrants {
  private readonly abilities = inject(Abilities);
  private readonly popover = viewChild.required(Popover);

  readonly organizationId = input.required<string>();
  readonly category = input.required<ProfileCategory>();
  /** whose data is hidden, where it is known: then one can ask for just that */
  readonly memberId = input<string>();
  readonly about = input<string>();

  protected readonly name = computed(() => categoryWord(this.category()));
  protected readonly page = computed(() => `/org/${this.organizationId()}/settings/grants`);
  protected readonly mayRead = computed(() => this.abilities.of(this.organizationId()).can('read', 'standing-grant'));
  protected readonly mayAsk = computed(() => this.abilities.of(this.organizationId()).can('ask', 'grant'));
  protected readonly asking = computed(() => ['/org', this.organizationId(), 'access', 'grants', 'ask']);
  protected readonly wish = computed(() => ({ member: this.memberId(), number: this.about(), category: this.category() }));
  protected readonly mayChange = computed(() => this.abilities.of(this.organizationId()).can('change', 'standing-grant'));
  /** asked for once it is opened, by those who have no page to read it on */
  protected readonly contact = httpResource<ContactAnswer>(() =>
    this.popover().open() && !this.mayRead() ? apiAddress(`/organizations/${this.organizationId()}/privacy-contact`) : undefined,
  );
}
