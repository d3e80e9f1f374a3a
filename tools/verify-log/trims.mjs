/** What the log says about entries that were taken from its beginning on purpose, and which are gone. */
export class Trims {
  /** Places whose entries are gone, as ranges with their ends left out. @type {{ from: number, to: number }[]} */
  #gone = [];
  #reach = 0;
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
   * Hears what an entry says.
   * @param {unknown} entry any
   */
  told(entry) {
    if (typeof entry !== 'object' || entry === null || !('action' in entry) || entry.action !== 'audit-log.trimmed' || !('facts' in entry)) return;
    const { facts } = entry;
    if (typeof facts === 'object' && facts !== null && 'size' in facts && typeof facts.size === 'number') this.#reach = Math.max(this.#reach, facts.size);
  }

  /** The first place whose entry is gone though no entry of the log says that it was trimmed; `null` for none. */
  get unexplained() {
    const beyond = this.#gone.find(({ to }) => to > this.#reach);
    return beyond === undefined ? null : Math.max(beyond.from, this.#reach);
  }
}
