import type { IconName } from '@smartpar/platform/ui';

/** Something the palette can do: lead somewhere, or do it at once. */
export interface PaletteTarget {
  /** its own, among all that is found */
  readonly id: string;
  readonly words: string;
  /** the organization or the part of the console it is in; empty for none */
  readonly where: string;
  readonly icon: IconName;
  /** @returns where to go once it is done; `null` where it found nobody */
  readonly act: () => string | Promise<string | null>;
}

/** Names that begin with what was typed come before those that hold it, and these before those only in such a place. */
export function found(targets: readonly PaletteTarget[], typed: string): readonly PaletteTarget[] {
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  const [first = ''] = wanted;
  return targets
    .filter((target) => wanted.every((word) => folded(`${target.words} ${target.where}`).includes(word)))
    .toSorted((one, other) => nearness(one, first) - nearness(other, first));
}

function nearness({ words }: PaletteTarget, typed: string): number {
  const name = folded(words);
  if (name.startsWith(typed)) return 0;
  return name.includes(typed) ? 1 : 2;
}

/** Capitals and accents make no difference. */
const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
