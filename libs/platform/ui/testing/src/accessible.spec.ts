import { expectAccessible } from './accessible';

const numbers = Array.from({ length: 40 }, (_, n) => n);

function choice(options: string): HTMLElement {
  document.body.innerHTML = `<main><h1>Zones</h1><label for="zone">Zone</label><select id="zone">${options}</select></main>`;
  return document.body;
}

describe('looking whether everybody can use a page', () => {
  it('leaves a long choice as it was, and what is chosen in it', async () => {
    const grouped = `<optgroup label="Far">${numbers.map((n) => `<option value="${n + 40}">Zone ${n + 40}</option>`).join('')}</optgroup>`;
    const page = choice(`${numbers.map((n) => `<option value="${n}"${n === 27 ? ' selected' : ''}>Zone ${n}</option>`).join('')}${grouped}`);
    const select = page.querySelector('select');
    const before = select?.innerHTML;
    await expectAccessible(page);
    expect(select?.innerHTML).toBe(before);
    expect(select?.value).toBe('27');
  });

  it('still finds what is wrong, and puts the choice back', async () => {
    const page = choice(numbers.map((n) => `<option>${n}</option>`).join(''));
    page.querySelector('label')?.remove();
    await expect(expectAccessible(page)).rejects.toThrow('select-name');
    expect(page.querySelectorAll('option')).toHaveLength(40);
  });
});
