import fc from 'fast-check';
import { ATTRIBUTE_KINDS, type AttributeKind, MAX_ATTRIBUTE_VALUE, readAttributeValue } from './attribute';

const read = (kind: AttributeKind, text: string): string | null => readAttributeValue(text, { kind, choices: ['S', 'M', 'Very large'] });

describe('a value of what an organization made up', () => {
  it.each<[AttributeKind, string, string | null]>([
    ['text', '  Night porter ', 'Night porter'],
    ['text', '   ', null],
    ['text', 'x'.repeat(MAX_ATTRIBUTE_VALUE + 1), null],
    ['number', '007,50', '7.5'],
    ['number', '-0.0', '0'],
    ['number', '-12', '-12'],
    ['number', '123456789012345.123456', '123456789012345.123456'],
    ['number', '1e9', null],
    ['number', '1.000,5', null],
    ['date', '2024-02-29', '2024-02-29'],
    ['date', '2026-02-29', null],
    ['date', '26.11.2026', null],
    ['choice', 'Very large', 'Very large'],
    ['choice', 'very large', null],
    ['yes-no', 'yes', 'yes'],
    ['yes-no', 'true', null],
  ])('as %s: %j is %j', (kind, text, kept) => expect(read(kind, text)).toBe(kept));

  it('reads the same once it is kept', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ATTRIBUTE_KINDS), fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String)), (kind, text) => {
        const kept = read(kind, text);
        return kept === null || read(kind, kept) === kept;
      }),
    );
  });
});
