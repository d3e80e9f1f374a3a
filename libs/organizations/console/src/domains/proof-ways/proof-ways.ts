import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OrganizationDomainDocument } from '@smartpar/organizations/model';
import { CopyButton } from '@smartpar/platform/ui';

/** The two ways to prove a domain, step by step, with what is to be copied. */
@Component({
  selector: 'sp-proof-ways',
  imports: [CopyButton, TranslocoPipe],
  templateUrl: './proof-ways.html',
  styleUrl: './proof-ways.scss',
})
export class ProofWays {
  readonly domain = input.required<OrganizationDomainDocument>();
}
