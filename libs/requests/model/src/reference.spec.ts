import fc from 'fast-check';
import { newReference, readReference } from './reference';

describe('a reference', () => {
  it('has the shape people quote, in letters not taken for one another', () => {
    for (let count = 0; count < 200; count += 1) expect(newReference()).toMatch(/^Q-[2-9A-HJKMNP-TW-Z]{4}-[2-9A-HJKMNP-TW-Z]{4}$/);
  });

  it('is another each time', () => {
    expect(new Set(Array.from({ length: 2000 }, newReference)).size).toBe(2000);
  });

  it.each(['Q-7K4M-2P9X', 'q-7k4m-2p9x', ' 7K4M 2P9X ', 'q7k4m2p9x', '7k4m-2p9x'])('is read from %j', (typed) => {
    expect(readReference(typed)).toBe('Q-7K4M-2P9X');
  });

  it.each(['', 'Q-7K4M', 'Q-7K4M-2P90', 'Q-7K4M-2P9X-1', 'Q-IIII-OOOO'])('is not read from %j', (typed) => {
    expect(readReference(typed)).toBeNull();
  });

  it('is read back from anything made of it, and never from nonsense by accident', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readReference(text);
        if (read !== null) expect(readReference(read)).toBe(read);
      }),
    );
  });
});
