/** What the log says about entries that were taken from its beginning on purpose, and which are gone. */
export class Trims {
  /** Places whose entries are gone, as ranges with their ends left out. @type {{ from: number, to: number }[]} */
  #gone = [];
  #reach = 0;
  /** how far entries say it that no checkpoint covers so far */
  #claimed = 0;
  /** how many entries are gone */
  count = 0;

  /** @param {number} position whose entry is gone; each place comes once, in order */
  gone(position) {
    this.count += 1;
    const last = this.#gone.at(-1);
    if (last?.to === position) last.to += 1;
    else this.#gone.push({ from: position, to: position + 1 });
  }

  /**
   * Hears what an entry says. It counts as soon as a checkpoint covers it, since anybody can write a line.
   * @param {unknown} entry any
   */
  told(entry) {
    if (typeof entry !== 'object' || entry === null || !('action' in entry) || entry.action !== 'audit-log.trimmed' || !('facts' in entry)) return;
    const { facts } = entry;
    if (typeof facts === 'object' && facts !== null && 'size' in facts && typeof facts.size === 'number') this.#claimed = Math.max(this.#claimed, facts.size);
  }

  /** Counts what was told so far: a checkpoint that fits covers it. */
  covered() {
    this.#reach = this.#claimed;
  }

  /** The first place whose entry is gone though no sealed entry says that it was trimmed, and whether one says so that is not sealed; `null` for none. */
  get unexplained() {
    const beyond = this.#gone.find(({ to }) => to > this.#reach);
    if (beyond === undefined) return null;
    const position = Math.max(beyond.from, this.#reach);
    return { position, claimed: position < this.#claimed };
  }
}
