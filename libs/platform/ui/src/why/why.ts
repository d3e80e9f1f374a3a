import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Popover } from '../popover/popover';

/** "Why?" beside a permission, a default, a deadline or a refusal: opens the rule in words (its content). */
@Component({
  selector: 'sp-why',
  imports: [Popover, TranslocoPipe],
  template: `
    <button type="button" [spPopover]="panel" [spPopoverLabel]="about()" [attr.aria-label]="'ui.why.about' | transloco: { about: about() }">
      {{ 'ui.why.word' | transloco }}
    </button>
    <ng-template #panel>
      <div class="rule"><ng-content /></div>
    </ng-template>
  `,
  styleUrl: './why.scss',
})
export class Why {
  /** what is explained, in a few words */
  readonly about = input.required<string>();
}
