import { type ProfileCategory } from '@smartpar/access/model';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { extractHeading, extractLines, type Watermark } from './extract-csv';

const MARK: Watermark = { extractId: 'x1', number: 'M-10001', name: 'Linden Ashgrove', organization: 'Larkspur', at: '2026-03-02T09:00Z' };
const BOTH: readonly ProfileCategory[] = ['user.contact.phone_number.work', 'user.name'];

const cellsOf = (text: string): readonly (readonly string[])[] => parse(text, { bom: true, relax_column_count: true });

describe('the beginning of a file', () => {
  it.each([
    ['en', 'Taken out by M-10001 (Linden Ashgrove) of Larkspur at 2026-03-02T09:00Z, extract x1.', ['Member number', 'Name', 'Work phone', 'Taken out by']],
    [
      'de',
      'Herausgeholt von M-10001 (Linden Ashgrove) für Larkspur um 2026-03-02T09:00Z, Auszug x1.',
      ['Mitgliedsnummer', 'Name', 'Dienstliches Telefon', 'Herausgeholt von'],
    ],
  ] as const)('says in %s who took it out, where, when and as what, and then what the columns are', (locale, sentence, headings) => {
    const [first, second] = cellsOf(extractHeading(BOTH, MARK, locale));
    expect(first?.[0]).toContain(sentence);
    expect(second).toEqual(headings);
  });

  it('names whoever took it out by number where no name is kept', () => {
    expect(cellsOf(extractHeading(BOTH, { ...MARK, name: null }, 'en'))[0]?.[0]).toContain('by M-10001 of Larkspur');
  });
});

describe('a line', () => {
  it('holds what was asked for in the order of the headings, and who took it out', () => {
    const people = [{ number: 'M-10007', values: { 'user.name': 'Mira, "the" Kestrel', 'user.contact.phone_number.work': null } }];
    expect(cellsOf(extractLines(BOTH, MARK, people))).toEqual([['M-10007', 'Mira, "the" Kestrel', '', 'M-10001 2026-03-02T09:00Z x1']]);
  });

  it('is never a formula, whatever somebody is called', () => {
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom('=', '+', '-', '@', '\t', '\r').chain((first) => fc.string().map((rest) => first + rest)),
    );
    fc.assert(
      fc.property(name, name, (called, organization) => {
        const mark = { ...MARK, organization };
        const text = extractHeading(['user.name'], mark, 'en') + extractLines(['user.name'], mark, [{ number: 'M-10007', values: { 'user.name': called } }]);
        for (const cell of cellsOf(text).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});
