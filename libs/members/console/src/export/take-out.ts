import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { CanPipe } from '@smartpar/access/console';
import type { MemberListItem } from '@smartpar/members/model';
import { Dialogs, Icon, type KeysetList } from '@smartpar/platform/ui';
import type { TakeOutTopic } from './take-out-dialog';

/** The button by which the list is taken out as a file, for those who may. */
@Component({
  selector: 'sp-take-out',
  imports: [CanPipe, Icon, MatButton, TranslocoPipe],
  template: `
    @if ('export' | can: 'member') {
      <button matButton="outlined" type="button" (click)="open()"><sp-icon name="download" />{{ 'members.export.open' | transloco }}</button>
    }
  `,
})
export class TakeOut {
  private readonly dialogs = inject(Dialogs);

  readonly organizationId = input.required<string>();
  readonly members = input.required<KeysetList<MemberListItem>>();
  /** what the list is searched and filtered by */
  readonly asked = input.required<Readonly<Record<string, unknown>>>();

  protected async open(): Promise<void> {
    const { TakeOutDialog } = await import('./take-out-dialog');
    const { order: _, ...asked } = this.asked();
    const members = this.members();
    const known = !members.more() && !members.loading() && members.problem() === null;
    await this.dialogs.open<true, TakeOutTopic>(TakeOutDialog, {
      organizationId: this.organizationId(),
      asked,
      count: known ? members.items().length : null,
    });
  }
}
