import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness, ListHarness } from '@smartpar/platform/ui/testing';

/** Drives the list of members in a spec. */
export class MemberListHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-member-list, sp-find-member';

  readonly list = this.locatorFor(ListHarness);

  /** A filter by its label. */
  filter(label: string): Promise<FieldHarness> {
    return this.locatorFor(FieldHarness.labelled(label))();
  }

  /** Searches. */
  async find(term: string): Promise<void> {
    await (await this.locatorFor('.search input')()).setInputValue(term);
    await (await this.locatorFor('form.search')()).dispatchEvent('submit');
  }

  /** What stands in the search. */
  async searched(): Promise<string> {
    return (await this.locatorFor('.search input')()).getProperty<string>('value');
  }

  /** Whether somebody can be invited here. */
  async invites(): Promise<boolean> {
    return (await this.locatorForOptional('a[href$=invite]')()) !== null;
  }
}
