import { tmpdir } from 'node:os';
import { fleetingPlaces } from './fleeting-places';

it.each(['/nowhere/at/all', '/proc'])('the usual folder for what soon goes is taken where %s has no room', (memory) => {
  expect(fleetingPlaces(memory)).toEqual([tmpdir()]);
});

it('a folder in memory comes first where there is one, and what was left elsewhere is still found', () => {
  const places = fleetingPlaces(process.cwd());
  expect(places.at(-1)).toBe(tmpdir());
  expect(places.length === 1 || places[0] === process.cwd()).toBe(true);
});
