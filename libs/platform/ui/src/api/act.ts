/**
 * One act of a person: sending a form, pressing a button. However often it is tried, as long as it says the same it
 * carries the same key, so that the server does it once.
 * @see draft-ietf-httpapi-idempotency-key-header
 */
export class Act {
  private said: string | null = null;
  private key: string = crypto.randomUUID();

  /**
   * @param what everything that makes the act what it is: method, address, body
   * @returns the key to send along; a new one once something else is said
   */
  keyFor(what: readonly unknown[]): string {
    const said = JSON.stringify(what);
    if (this.said !== null && this.said !== said) this.key = crypto.randomUUID();
    this.said = said;
    return this.key;
  }

  /** The act has been done: whatever follows is another one. */
  done(): void {
    this.said = null;
    this.key = crypto.randomUUID();
  }
}
