import { axe } from 'jest-axe';

/** Fails a spec when axe finds anything wrong with what is shown. Colours are looked at in the browser journeys. */
export async function expectAccessible(element: HTMLElement): Promise<void> {
  expect(await axe(element)).toHaveNoViolations();
}
