import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '@smartpar/access/console';
import { PageHeader, Why } from '@smartpar/platform/ui';
import { OwnUsage } from '../own/own-usage';

/** What the app told about the reader, for each organization they are a member of. */
@Component({
  selector: 'sp-my-usage-page',
  imports: [OwnUsage, PageHeader, TranslocoPipe, Why],
  template: `
    <sp-page-header [title]="'usage.my.title' | transloco" [purpose]="'usage.my.purpose' | transloco">
      <sp-why [about]="'usage.my.title' | transloco">
        <p>{{ 'usage.my.why' | transloco }}</p>
      </sp-why>
    </sp-page-header>
    <div class="sp-stack">
      @for (membership of memberships(); track membership.organizationId) {
        <sp-own-usage [membership]="membership" />
      } @empty {
        <p class="sp-card">{{ 'usage.my.nowhere' | transloco }}</p>
      }
    </div>
  `,
})
export class MyUsagePage {
  private readonly session = inject(Session);

  protected readonly memberships = computed(() => this.session.memberships());
}
