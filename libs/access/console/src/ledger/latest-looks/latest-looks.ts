import { Component, input } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LedgerLook } from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import { Pending, apiAddress } from '@smartpar/platform/ui';
import { LookLine } from '../look-line/look-line';

/** How many looks are told at first. */
const FEW = 3;

/** The latest looks at the reader's data in one organization, and the way to all of them. */
@Component({
  selector: 'sp-latest-looks',
  imports: [LookLine, Pending, RouterLink, TranslocoPipe],
  templateUrl: './latest-looks.html',
  styleUrl: './latest-looks.scss',
})
export class LatestLooks {
  readonly organizationId = input.required<string>();

  protected readonly looks = httpResource<Page<LedgerLook>>(() => apiAddress(`/organizations/${this.organizationId()}/my/ledger?size=${FEW}`));
}
