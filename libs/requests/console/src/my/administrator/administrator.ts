import { httpResource } from '@angular/common/http';
import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Membership } from '@smartpar/access/console';
import { Pending, apiAddress } from '@smartpar/platform/ui';
import type { MyAdministrator } from '@smartpar/requests/model';
import { ContactCard } from '../../contact-card/contact-card';

/** Who administers one account of the reader: a person with a name and ways to reach them. */
@Component({
  selector: 'sp-administrator',
  imports: [ContactCard, Pending, TranslocoPipe],
  templateUrl: './administrator.html',
  styleUrl: './administrator.scss',
  host: { class: 'sp-card' },
})
export class Administrator {
  /** the account's organization */
  readonly membership = input.required<Membership>();

  protected readonly administrator = httpResource<MyAdministrator>(() => apiAddress(`/organizations/${this.membership().organizationId}/my/administrator`));
}
