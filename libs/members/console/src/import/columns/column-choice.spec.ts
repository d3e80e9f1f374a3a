import { importPreview } from '../../../testing/src';
import { cellsAt, columnFault, tellingPlaces, type ColumnChoice } from './column-choice';

const CHOICES: readonly (readonly [string | undefined, readonly ColumnChoice[]])[] = [
  ['email', ['firstName', null]],
  ['twice', ['email', 'phone', 'phone']],
  ['names', ['email', 'fullName', 'lastName']],
  [undefined, ['email', null, null]],
  [undefined, ['email', 'firstName', 'lastName']],
];

it.each(CHOICES)('%s is what is wrong with %j', (code, columns) => {
  expect(columnFault(columns)?.code).toBe(code);
});

describe('what tells how letters are written', () => {
  it('are the first names with letters beyond the English ones, and headings last', () => {
    const preview = importPreview({ columns: [{ heading: 'Größe', field: null, kept: false }], sample: [['ana'], ['Zoé'], ['Jürgen']] });
    expect(cellsAt(preview, tellingPlaces(preview))).toBe('Zoé · Jürgen · Größe');
  });

  it('are the same places however they read', () => {
    const [right, wrong] = [
      importPreview(),
      importPreview({
        sample: [
          ['', 'ZoÃ©'],
          ['', 'JÃ¼rgen'],
        ],
      }),
    ];
    expect(cellsAt(wrong, tellingPlaces(right))).toBe('ZoÃ© · JÃ¼rgen');
  });

  it('are none where all letters are English', () => {
    expect(tellingPlaces(importPreview({ sample: [['ana@larkspur.example', 'Ana', '']] }))).toEqual([]);
  });
});
