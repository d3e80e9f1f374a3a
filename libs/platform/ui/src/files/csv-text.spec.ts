import { csvText } from './csv-text';

describe('a CSV file made in the browser', () => {
  it('begins so that spreadsheet programs read its letters right, and ends each line as the format asks', () => {
    expect(
      csvText(
        [
          ['Zeile', 'Was'],
          ['2', 'Jürgen'],
        ],
        ';',
      ),
    ).toBe('\u{FEFF}Zeile;Was\r\n2;Jürgen\r\n');
  });

  it('puts between quotation marks what would be taken for something else', () => {
    expect(csvText([['a,b', 'a;b', 'say "so"', 'two\nlines', 'plain']])).toBe('\u{FEFF}"a,b","a;b","say ""so""","two\nlines",plain\r\n');
  });

  it.each(['=1+1', '+49+1', '+A1', '-1', '@SUM(A1)', '\tx', '\rx'])('keeps %j from being calculated', (cell) => {
    expect(csvText([[cell]])).toContain(`'${cell}`);
  });

  it('leaves a phone number as people write it', () => {
    expect(csvText([['+49 30 23125001']])).toBe('\u{FEFF}+49 30 23125001\r\n');
  });
});
