import { ADDRESS_WAITS, KNOWN_DEVICE_WAITS, NETWORK_WAITS, RESET_ADDRESS_WAITS, RESET_NETWORK_WAITS, type Waits } from './throttle';

const ALL = [ADDRESS_WAITS, KNOWN_DEVICE_WAITS, NETWORK_WAITS, RESET_ADDRESS_WAITS, RESET_NETWORK_WAITS];

describe('waits after failures', () => {
  it('let somebody mistype four times, and an office of 29 people at the same time', () => {
    const free = (waits: Waits): number => waits.seconds.findIndex((seconds) => seconds > 0);
    expect([free(ADDRESS_WAITS), free(NETWORK_WAITS)]).toEqual([4, 29]);
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
