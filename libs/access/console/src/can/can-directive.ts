import { Directive, TemplateRef, ViewContainerRef, effect, inject, input } from '@angular/core';
import { Abilities } from '../abilities/abilities';

/** Shows something only to those who may: `*can="'answer'; on: 'privacy-request'; of: request; else: locked"`. */
@Directive({ selector: '[can]' })
export class CanDirective {
  private readonly abilities = inject(Abilities);
  private readonly template = inject<TemplateRef<unknown>>(TemplateRef);
  private readonly container = inject(ViewContainerRef);

  /** what would be done */
  readonly action = input.required<string>({ alias: 'can' });
  /** to what kind of thing */
  readonly noun = input.required<string>({ alias: 'canOn' });
  /** to which one, where the rule depends on it */
  readonly facts = input<object>(undefined, { alias: 'canOf' });
  /** what stands there for everyone else */
  readonly otherwise = input<TemplateRef<unknown>>(undefined, { alias: 'canElse' });

  constructor() {
    effect(() => {
      const shown = this.abilities.can(this.action(), this.noun(), this.facts()) ? this.template : this.otherwise();
      this.container.clear();
      if (shown !== undefined) this.container.createEmbeddedView(shown);
    });
  }
}
