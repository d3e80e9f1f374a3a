import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Address, Formats, Icon } from '@smartpar/platform/ui';
import type { ContactView } from '@smartpar/requests/model';

/** The person who answers for an organization, and every way to reach them. */
@Component({
  selector: 'sp-contact-card',
  imports: [Address, Icon, TranslocoPipe],
  templateUrl: './contact-card.html',
  styleUrl: './contact-card.scss',
})
export class ContactCard {
  private readonly formats = inject(Formats);

  readonly contact = input.required<ContactView>();

  protected readonly languages = computed(() => this.formats.list(this.contact().languages.map((tag) => this.formats.languageName(tag))));
}
