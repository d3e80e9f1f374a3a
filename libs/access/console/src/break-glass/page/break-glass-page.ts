import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { roleWord, type BreakGlass, type BreakGlassLook } from '@smartpar/access/model';
import {
  apiAddress,
  Formats,
  freshOnNew,
  freshWhile,
  Icon,
  keysetList,
  Language,
  MomentPipe,
  PageHeader,
  Pending,
  ProblemNote,
  RecordPage,
  Timeline,
  TimelineEntry,
} from '@smartpar/platform/ui';
import { CanPipe } from '../../can/can-pipe';
import { LockboxWords } from '../../lockbox/lockbox-words';
import { BreakGlassState } from '../break-glass-state';
import { ReviewBreakGlass } from '../review/review-break-glass';

/** One emergency: what was said, what was looked at, and whether somebody else finds it justified. */
@Component({
  selector: 'sp-break-glass-page',
  imports: [
    BreakGlassState,
    CanPipe,
    Icon,
    MatButton,
    MomentPipe,
    PageHeader,
    Pending,
    ProblemNote,
    RecordPage,
    ReviewBreakGlass,
    RouterLink,
    Timeline,
    TimelineEntry,
    TranslocoPipe,
  ],
  templateUrl: './break-glass-page.html',
  styleUrls: ['../../styles/record.scss', './break-glass-page.scss'],
})
export class BreakGlassPage {
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  protected readonly words = inject(LockboxWords);

  readonly organizationId = input.required<string>();
  readonly breakGlassId = input.required<string>();

  protected readonly emergency = httpResource<BreakGlass>(() => apiAddress(this.path()));
  protected readonly looks = keysetList<BreakGlassLook>(() => (this.count() === undefined ? undefined : { path: `${this.path()}/looks` }));
  protected readonly read = { isLoading: this.looks.loading, error: this.looks.problem, reload: this.looks.reload };
  /** how many looks there are by now, where there are any */
  private readonly count = computed(() => (this.emergency.hasValue() && this.emergency.value().looks > 0 ? this.emergency.value().looks : undefined));

  constructor() {
    freshOnNew(this.count, this.looks);
    freshWhile(this.emergency, () => this.emergency.hasValue() && this.emergency.value().running);
  }

  protected roles({ by }: BreakGlass): string {
    return this.formats.list(by.roles.map((role) => this.language.say(roleWord(role))));
  }

  protected show(emergency: BreakGlass): void {
    this.emergency.set(emergency);
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/break-glasses/${this.breakGlassId()}`;
  }
}
