/** What keeps the program from starting, in one sentence that says the remedy. Its message is shown as it is, without a stack. */
export class StartError extends Error {
  /**
   * @param sentence what is wrong and what to do
   * @param options the error beneath, for whoever debugs
   */
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'StartError';
  }
}
