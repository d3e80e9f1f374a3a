import { httpResource } from '@angular/common/http';
import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnSuspension as Suspension } from '@smartpar/access/model';
import { Icon, MomentPipe, apiAddress } from '@smartpar/platform/ui';

/** Says to somebody that they are kept from others' data, since when and until when; says nothing to everybody else. */
@Component({
  selector: 'sp-own-suspension',
  imports: [Icon, MomentPipe, TranslocoPipe],
  templateUrl: './own-suspension.html',
  styleUrl: './own-suspension.scss',
})
export class OwnSuspension {
  readonly organizationId = input.required<string>();

  protected readonly suspension = httpResource<Suspension>(() => apiAddress(`/organizations/${this.organizationId()}/my/suspension`));
}
