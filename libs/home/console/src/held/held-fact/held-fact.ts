import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { categoryWord, type ProfileCategory } from '@smartpar/access/model';
import type { FieldStanding } from '@smartpar/members/model';
import { Formats, Popover } from '@smartpar/platform/ui';

/** Who answers for something that is held, and whom to ask about it. */
export interface Whose {
  readonly controller: string;
  /** null where nobody is named */
  readonly contact: { readonly name: string; readonly email: string } | null;
}

/** One thing that is held about the reader: what it is (its content), what for, from where, since and until when, and whose it is. */
@Component({
  selector: 'sp-held-fact',
  imports: [MatButton, Popover, RouterLink, TranslocoPipe],
  templateUrl: './held-fact.html',
  styleUrl: './held-fact.scss',
})
export class HeldFact {
  protected readonly formats = inject(Formats);

  /** `name`, `sessions` ...: its texts are below `home.held.facts` */
  readonly code = input.required<string>();
  readonly whose = input.required<Whose>();
  readonly since = input<string | null>(null);
  /** what the organization calls it, where it made it up itself */
  readonly named = input<string | null>(null);
  /** who put there what stands there, and when, where that is known of this value alone */
  readonly standing = input<Pick<FieldStanding, 'source' | 'since'>>();
  /** the kind of data it is, by which others may see it */
  readonly category = input<ProfileCategory>();
  protected readonly categoryWord = categoryWord;
  /** the organization to ask for a correction, where one asks for it */
  readonly askAt = input<string | null>(null);
}
