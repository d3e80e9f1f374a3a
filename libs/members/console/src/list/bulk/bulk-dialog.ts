import { httpResource } from '@angular/common/http';
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { memberNumberText } from '@smartpar/members/model';
import { Control, DialogFrame, Field, Formats, Icon, Language, apiAddress } from '@smartpar/platform/ui';
import type { SiteChoices } from '../../answers';
import type { BulkSite } from './bulk-acts';
import type { BulkOffer, Exemption } from './bulk-deeds';

/** What is about to be done, and where. */
export interface BulkTopic {
  readonly organizationId: string;
  readonly offer: BulkOffer;
}

/** The answer: do it, and for placing people at which site; `null` for none. */
export interface BulkOrder {
  readonly site: BulkSite;
}

const EXEMPTIONS: readonly Exemption[] = ['self', 'owner', 'state'];
const NO_SITE = 'none';

/** Says before an act for many what follows, for how many, and who of those selected is left out and why. Closes with the order. */
@Component({
  selector: 'sp-bulk-dialog',
  imports: [Control, DialogFrame, Field, FormField, Icon, MatButton, TranslocoPipe],
  templateUrl: './bulk-dialog.html',
})
export class BulkDialog {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);
  protected readonly topic = inject<BulkTopic>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<BulkOrder>>(DialogRef);

  protected readonly noSite = NO_SITE;
  protected readonly places = this.topic.offer.deed === 'place';
  protected readonly sites = httpResource<SiteChoices>(() => (this.places ? apiAddress(`/organizations/${this.topic.organizationId}/sites`) : undefined));
  protected readonly form = form(signal({ siteId: '' }), (path) => required(path.siteId, { when: () => this.places }));
  protected readonly title = computed(() => this.language.sayCount(`members.bulk.title.${this.topic.offer.deed}`, this.topic.offer.members.length));
  protected readonly exempt = computed(() =>
    EXEMPTIONS.flatMap((why) => {
      const numbers = this.topic.offer.exempt.filter((one) => one.why === why).map(({ member }) => memberNumberText(member.number));
      return numbers.length === 0 ? [] : [{ why, numbers: this.formats.list(numbers) }];
    }),
  );

  protected order(event: Event): void {
    event.preventDefault();
    this.form.siteId().markAsTouched();
    if (!this.form().valid()) return;
    const { siteId } = this.form().value();
    const sites = this.sites.hasValue() ? this.sites.value().items : [];
    this.dialog.close({ site: sites.find(({ id }) => id === siteId) ?? null });
  }
}
