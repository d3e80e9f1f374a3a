import { axe } from 'jest-axe';

/** Options of one choice beyond these are like those before them, and axe looks at each as long as at a field. */
const ENOUGH_OPTIONS = 5;

/**
 * Fails a spec when axe finds anything wrong with what is shown; of a long choice it looks at the first options. Colours, and choices in full length, are
 * looked at in the browser journeys.
 */
export async function expectAccessible(element: HTMLElement): Promise<void> {
  const shortened = [...element.querySelectorAll('select')].map(shorten);
  try {
    expect(await axe(element)).toHaveNoViolations();
  } finally {
    for (const putBack of shortened) putBack();
  }
}

/** Takes out what a choice offers beyond the first options, but for what is chosen. @returns puts it back */
function shorten(select: HTMLSelectElement): () => void {
  const taken = [...select.options]
    .filter(({ selected }, place) => place >= ENOUGH_OPTIONS && !selected)
    .map((option) => ({ option, within: option.parentNode, before: option.nextSibling }));
  for (const { option } of taken) option.remove();
  return () => {
    for (const { option, within, before } of taken.toReversed()) within?.insertBefore(option, before);
  };
}
