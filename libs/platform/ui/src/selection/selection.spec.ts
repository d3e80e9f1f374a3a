import { signal } from '@angular/core';
import { selectionIn } from './selection';

const LETTERS = [...'abcdef'];

function letters(most = 5) {
  const items = signal<readonly string[]>(LETTERS);
  const selection = selectionIn({ items }, { key: (letter) => letter, name: (letter) => `letter ${letter}`, most });
  return { items, selection, chosen: () => selection.chosen().join('') };
}

describe('a selection', () => {
  it('picks a line, and leaves it out again', () => {
    const { selection, chosen } = letters();
    selection.toggle('c', 'one');
    selection.toggle('a', 'one');
    expect(chosen()).toBe('ac');
    selection.toggle('c', 'one');
    expect([chosen(), selection.has('c')]).toEqual(['a', false]);
  });

  it.each([
    ['down', 'b', 'd', 'bcd'],
    ['up', 'd', 'b', 'bcd'],
    ['from itself', 'b', 'b', ''],
  ])('reaches from the line before to this one: %s', (_, from, to, picked) => {
    const { selection, chosen } = letters();
    selection.toggle(from, 'one');
    selection.toggle(to, 'range');
    expect(chosen()).toBe(picked);
  });

  it('leaves out a range as it picks one', () => {
    const { selection, chosen } = letters();
    selection.pickShown();
    selection.toggle('b', 'one');
    selection.toggle('d', 'range');
    expect(chosen()).toBe('ae');
  });

  it('begins a range with a single line where there was none before', () => {
    const { selection, chosen } = letters();
    selection.toggle('c', 'range');
    expect(chosen()).toBe('c');
  });

  it('takes what is shown from the top, and no more than there may be', () => {
    const { selection, chosen } = letters(3);
    expect([selection.within(), selection.full()]).toEqual([3, false]);
    selection.pickShown();
    expect([chosen(), selection.full()]).toEqual(['abc', true]);
    selection.toggle('e', 'one');
    expect(chosen()).toBe('abc');
  });

  it('holds nothing that the list no longer shows, and has room for others then', () => {
    const { items, selection, chosen } = letters(2);
    selection.toggle('a', 'one');
    selection.toggle('b', 'one');
    items.set(['b', 'e']);
    expect(chosen()).toBe('b');
    selection.toggle('e', 'one');
    expect(chosen()).toBe('be');
  });

  it('is empty again at once', () => {
    const { selection, chosen } = letters();
    selection.pickShown();
    selection.clear();
    expect(chosen()).toBe('');
  });
});
