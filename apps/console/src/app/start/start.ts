import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@smartpar/platform/ui';

/** The public first page: ask without an account, or sign in. */
@Component({ selector: 'sp-start', imports: [Icon, RouterLink, TranslocoPipe], templateUrl: './start.html', styleUrl: './start.scss' })
export class Start {
  protected readonly steps = ['ask', 'find', 'answer'] as const;
}
