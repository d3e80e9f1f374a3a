import { Pipe, inject, type PipeTransform } from '@angular/core';
import { Abilities } from '../abilities/abilities';

/** Asks inside a template: `@if ('answer' | can: 'privacy-request' : request)`. Not pure: the rules may change. */
@Pipe({ name: 'can', pure: false })
export class CanPipe implements PipeTransform {
  private readonly abilities = inject(Abilities);

  /**
   * @param action what would be done
   * @param noun to what kind of thing
   * @param facts to which one, where the rule depends on it
   */
  transform(action: string, noun: string, facts?: object): boolean {
    return this.abilities.can(action, noun, facts);
  }
}
