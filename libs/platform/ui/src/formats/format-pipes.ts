import { Pipe, inject, type PipeTransform } from '@angular/core';
import { Formats, type When } from './formats';

// Not pure: what they say changes with the language and the time, not only with their input.

/** `2 March 2026` */
@Pipe({ name: 'day', pure: false })
export class DayPipe implements PipeTransform {
  private readonly formats = inject(Formats);
  transform(when: When | null | undefined): string {
    return when === null || when === undefined ? '' : this.formats.day(when);
  }
}

/** `2 Mar 2026, 10:00` */
@Pipe({ name: 'moment', pure: false })
export class MomentPipe implements PipeTransform {
  private readonly formats = inject(Formats);
  transform(when: When | null | undefined): string {
    return when === null || when === undefined ? '' : this.formats.moment(when);
  }
}

/** `5 minutes ago` */
@Pipe({ name: 'distance', pure: false })
export class DistancePipe implements PipeTransform {
  private readonly formats = inject(Formats);
  transform(when: When | null | undefined): string {
    return when === null || when === undefined ? '' : this.formats.distance(when);
  }
}

/** `5,012` */
@Pipe({ name: 'count', pure: false })
export class CountPipe implements PipeTransform {
  private readonly formats = inject(Formats);
  transform(value: number | null | undefined): string {
    return value === null || value === undefined ? '' : this.formats.count(value);
  }
}
