import { isTyping } from './typing';

const element = (markup: string): Element | null => {
  document.body.innerHTML = markup;
  return document.querySelector('#x');
};

describe('a key that is pressed', () => {
  it.each([
    ['<textarea id="x"></textarea>', true],
    ['<input id="x">', true],
    ['<input id="x" type="search">', true],
    ['<select id="x"></select>', true],
    ['<div role="dialog"><button id="x"></button></div>', true],
    ['<input id="x" type="radio">', false],
    ['<input id="x" type="checkbox">', false],
    ['<a id="x" href="/">x</a>', false],
  ])('in %s is meant for it: %s', (markup, typing) => {
    expect(isTyping(element(markup))).toBe(typing);
  });

  it('anywhere else is a shortcut', () => {
    expect(isTyping(document)).toBe(false);
    expect(isTyping(null)).toBe(false);
  });
});
