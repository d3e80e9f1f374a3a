import { tmpdir } from 'node:os';
import { fleetingPlaces } from './fleeting-places';

describe('where what soon goes is kept', () => {
  it('is memory first where there is room, and what was left elsewhere is still found', () => {
    expect(fleetingPlaces(process.cwd(), 0)).toEqual([process.cwd(), tmpdir()]);
  });

  it('is the usual folder where memory has less room than is wanted', () => {
    expect(fleetingPlaces(process.cwd(), Infinity)).toEqual([tmpdir()]);
  });

  it.each([
    ['there is no such folder', '/nowhere/at/all', 0],
    ['it is no folder for files', '/proc', 1],
  ])('is the usual folder where %s', (_, memory, room) => {
    expect(fleetingPlaces(memory, room)).toEqual([tmpdir()]);
  });
});
