import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { purposeWord, type TimedAccess as Access } from '@smartpar/access/model';
import { Formats, Language, MomentPipe } from '@smartpar/platform/ui';

/** Access for a time, one line for each: what kind it is, what for, and from when until when. */
@Component({
  selector: 'sp-timed-access',
  imports: [MomentPipe, TranslocoPipe],
  templateUrl: './timed-access.html',
  styleUrl: './timed-access.scss',
})
export class TimedAccess {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  readonly accesses = input.required<readonly Access[]>();

  protected purposes({ purposes }: Access): string {
    return this.formats.list(purposes.map((purpose) => this.language.say(purposeWord(purpose))));
  }
}
