import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ExplainedSight } from '@smartpar/access/model';
import { ExplainWords } from '../explain-words';

/** A line as it is shown; of a change it may add nothing to what is there. */
export type SightLine = ExplainedSight & { readonly nothingNew?: boolean };

/** What lets somebody see one kind of data, line by line, each with the rule it comes from and the way to it. */
@Component({
  selector: 'sp-sight-lines',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './sight-lines.html',
  styleUrl: './sight-lines.scss',
})
export class SightLines {
  protected readonly words = inject(ExplainWords);

  readonly organizationId = input.required<string>();
  readonly lines = input.required<readonly SightLine[]>();
  /** names the kind of data in each line, where lines of several stand together */
  readonly ofSeveral = input(false);
}
