import { ComponentHarness } from '@angular/cdk/testing';

/** Drives the page of grants in a spec. */
export class GrantsHarness extends ComponentHarness {
  static readonly hostSelector = 'sp-grants';

  /** The roles, in order. */
  async roles(): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll('tbody th')()).map((cell) => cell.text()));
  }

  /** What a role may see of each category, in order. */
  async cells(row: number): Promise<readonly string[]> {
    const cells = await this.locatorForAll(`tbody tr:nth-child(${row + 1}) td`)();
    return Promise.all(cells.map((cell) => cell.text()));
  }

  /** Whether anything may be changed. */
  async mayChange(): Promise<boolean> {
    return (await this.locatorForAll('td button')()).length > 0;
  }

  /** Changes one cell. */
  async change(row: number, column: number): Promise<void> {
    await (await this.locatorFor(`tbody tr:nth-child(${row + 1}) td:nth-of-type(${column + 1}) button`)()).click();
  }

  /** Makes everything as shipped again; the answer is not waited for. */
  async restoreAll(): Promise<void> {
    void (await this.locatorFor('button[actions]')()).click();
  }

  /** Whether there is anything to be restored. */
  async mayRestore(): Promise<boolean> {
    return (await this.locatorForOptional('button[actions]')()) !== null;
  }
}
