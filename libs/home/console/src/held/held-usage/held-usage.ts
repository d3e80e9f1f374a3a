import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MyUsage } from '@smartpar/members/model';
import { Formats, Language, apiAddress } from '@smartpar/platform/ui';
import { HeldFact, type Whose } from '../held-fact/held-fact';

type Kept = MyUsage['kept'][number];

/** How much an organization keeps of what the app told about the reader, kind by kind, since when and until when. */
@Component({
  selector: 'sp-held-usage',
  imports: [HeldFact, MatButton, RouterLink, TranslocoPipe],
  templateUrl: './held-usage.html',
  styleUrl: '../held-part.scss',
})
export class HeldUsage {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  readonly organizationId = input.required<string>();
  readonly whose = input.required<Whose>();

  protected readonly usage = httpResource<MyUsage>(() => apiAddress(`/organizations/${this.organizationId()}/my/usage`));

  /** `12 are kept, the newest until 31 May 2026.` */
  protected amount({ records, until }: Kept): string {
    if (until === null) return this.language.say('home.held.none');
    return this.language.sayCount('home.held.usage.kept', records, { day: this.formats.day(until) });
  }
}
