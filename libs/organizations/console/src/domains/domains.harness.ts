import { ComponentHarness } from '@angular/cdk/testing';
import { FieldHarness } from '@smartpar/platform/ui/testing';
import { DomainCardHarness } from './domain-card/domain-card.harness';

/** Drives the page of domains in a spec. */
export class DomainsHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-domains';

  /** The domains that are shown. */
  readonly cards = this.locatorForAll(DomainCardHarness);
  /** Where a domain is typed. */
  readonly field = this.locatorFor(FieldHarness);

  /** Whether a domain can be claimed. */
  async mayClaim(): Promise<boolean> {
    return (await this.locatorForOptional('form')()) !== null;
  }

  /** Claims a domain; the answer is not waited for. */
  async claim(domain: string): Promise<void> {
    await (await this.field()).fill(domain);
    void (await this.locatorFor('form button[type=submit]')()).click();
  }
}
