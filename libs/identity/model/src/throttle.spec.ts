import { ADDRESS_WAITS, KNOWN_DEVICE_WAITS, NETWORK_WAITS, RESET_ADDRESS_WAITS, RESET_NETWORK_WAITS, waitAfter } from './throttle';

const ALL = [ADDRESS_WAITS, KNOWN_DEVICE_WAITS, NETWORK_WAITS, RESET_ADDRESS_WAITS, RESET_NETWORK_WAITS];

describe('waits after failures', () => {
  it.each([
    [1, 0],
    [4, 0],
    [5, 5],
    [6, 15],
    [12, 900],
    [13, 900],
    [100_000, 900],
  ])('of one address: after %i failures %i seconds', (failures, seconds) => {
    expect(waitAfter(ADDRESS_WAITS, failures)).toBe(seconds);
  });

  it('let an office of 29 people mistype at the same time', () => {
    expect(waitAfter(NETWORK_WAITS, 29)).toBe(0);
    expect(waitAfter(NETWORK_WAITS, 30)).toBe(5);
  });

  it.each(ALL.map((waits) => [waits.name, waits] as const))('(%s) only ever grow, and end after an hour at the latest', (_, waits) => {
    expect([...waits.seconds].sort((a, b) => a - b)).toEqual([...waits.seconds]);
    expect(waits.seconds.at(-1)).toBeGreaterThan(0);
    expect(waits.seconds.at(-1)).toBeLessThanOrEqual(3600);
  });

  it('are counted apart', () => {
    expect(new Set(ALL.map((waits) => waits.name)).size).toBe(ALL.length);
  });
});
