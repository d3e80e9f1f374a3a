import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { EmptyState, Icon, PageHeader } from '@smartpar/platform/ui';
import { Reload } from './reload';

/** What is shown when the server does not answer: the address stays, so trying again is loading it again. */
@Component({ selector: 'sp-unreachable', imports: [EmptyState, Icon, MatButton, PageHeader, TranslocoPipe], templateUrl: './unreachable.html' })
export class Unreachable {
  protected readonly reload = inject(Reload);
}
