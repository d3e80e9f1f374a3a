import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness, ListHarness } from '@smartpar/platform/ui/testing';

/** Drives the list of organizations in a spec. */
export class TenantsHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-tenants';

  private readonly fields = this.locatorForAll(FieldHarness);
  /** The list itself. */
  readonly list = this.locatorFor(ListHarness);

  /** Shows only organizations with a reason; the answer is not waited for. */
  async narrow(attention: string): Promise<void> {
    void (await this.fields())[0]?.choose(attention);
  }

  /** Shows only organizations whose name begins so; the answer is not waited for. */
  async find(name: string): Promise<void> {
    void (await this.fields())[1]?.choose(name);
  }
}
