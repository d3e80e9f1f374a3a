import { Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CanPipe } from '@smartpar/access/console';
import { CALL_OUTCOMES, type ProvisioningCall } from '@smartpar/members/model';
import { Column, Control, CopyButton, Field, FilterBar, Icon, List, MomentPipe, PageHeader, keysetList, urlFilters } from '@smartpar/platform/ui';
import { DirectoryMapping } from '../mapping/mapping';
import { CallWords } from './call-words';

/** Where an organization's directory finds it, and what the directory did: each call in words, with what to do where it was refused. */
@Component({
  selector: 'sp-directory',
  imports: [CanPipe, Column, Control, CopyButton, DirectoryMapping, Field, FilterBar, Icon, List, MomentPipe, PageHeader, RouterLink, TranslocoPipe],
  templateUrl: './directory.html',
  styleUrl: './directory.scss',
})
export class Directory {
  protected readonly words = inject(CallWords);

  readonly organizationId = input.required<string>();

  protected readonly address = `${inject(DOCUMENT).location.origin}/scim/v2`;
  protected readonly outcomes = CALL_OUTCOMES;
  protected readonly filters = urlFilters({ outcome: '', changes: '' });
  protected readonly calls = keysetList<ProvisioningCall>(() => ({
    path: `/organizations/${this.organizationId()}/provisioning/calls`,
    query: { ...this.filters.values() },
  }));
  protected readonly filtered = computed(() => this.filters.active() > 0);
  protected readonly keyOf = (call: ProvisioningCall): string => call.id;

  /** The page of the member a call was about. */
  protected pageOf({ memberNumber, resourceId }: ProvisioningCall): string | null {
    return memberNumber === null || resourceId === null ? null : `/org/${this.organizationId()}/members/${resourceId}`;
  }
}
