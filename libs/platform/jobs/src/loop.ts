/** Something done over and over in this process, with a pause in between, until it is stopped. */
export class Loop {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  /**
   * @param pause milliseconds between the end of one round and the start of the next
   * @param onError told what went wrong; the loop goes on
   */
  constructor(
    private readonly round: () => Promise<unknown>,
    private readonly pause: number,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(): void {
    this.next();
  }

  /** Lets the round that is under way finish. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private next(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.round()
        .then(() => undefined, this.onError)
        .then(() => this.next());
    }, this.pause);
  }
}
