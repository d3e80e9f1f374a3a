import { httpResource } from '@angular/common/http';
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MemberGroup } from '@smartpar/members/model';
import { Control, DialogFrame, Field, Language, Segmented, apiAddress } from '@smartpar/platform/ui';

/** How many members are about to be moved. */
export interface GroupTopic {
  readonly organizationId: string;
  readonly count: number;
}

/** Into which group, or out of which. */
export interface GroupOrder {
  readonly groupId: string;
  readonly name: string;
  readonly way: 'in' | 'out';
}

/** Asks into which group those selected go, or out of which. Closes with the order. */
@Component({
  selector: 'sp-group-dialog',
  imports: [Control, DialogFrame, Field, FormField, MatButton, Segmented, TranslocoPipe],
  templateUrl: './group-dialog.html',
})
export class GroupDialog {
  private readonly language = inject(Language);
  protected readonly topic = inject<GroupTopic>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<GroupOrder>>(DialogRef);

  protected readonly groups = httpResource<{ items: readonly MemberGroup[] }>(() => apiAddress(`/organizations/${this.topic.organizationId}/groups`));
  /** who is in a group of the directory is said there */
  protected readonly choices = computed(() => (this.groups.hasValue() ? this.groups.value().items.filter(({ source }) => source === 'hand') : []));
  protected readonly title = computed(() => this.language.sayCount('members.groups.dialog', this.topic.count));
  protected readonly way = signal<GroupOrder['way']>('in');
  protected readonly ways = computed(() => (['in', 'out'] as const).map((value) => ({ value, label: this.language.say(`members.groups.way.${value}`) })));
  protected readonly form = form(signal({ groupId: '' }), (path) => required(path.groupId));

  protected go(value: string): void {
    this.way.set(value === 'out' ? 'out' : 'in');
  }

  protected order(event: Event): void {
    event.preventDefault();
    this.form.groupId().markAsTouched();
    const chosen = this.choices().find(({ id }) => id === this.form.groupId().value());
    if (chosen !== undefined) this.dialog.close({ groupId: chosen.id, name: chosen.name, way: this.way() });
  }
}
