import { expectAccessible, mount } from '../../testing/src';
import { Markdown } from './markdown';

const shown = async (text: string): Promise<HTMLElement> => {
  const page = await mount(Markdown, { inputs: { text } });
  await page.settle();
  await expectAccessible(page.element);
  return page.element;
};

describe('a text in Markdown', () => {
  it('is shown in paragraphs, lists and emphasis', async () => {
    const element = await shown('What I promise\n\n1. I look **only** when I must.\n\n2. I tell nobody.');
    expect(element.querySelector('p')?.textContent).toBe('What I promise');
    expect([...element.querySelectorAll('ol > li')].map((line) => line.textContent.trim())).toEqual(['I look only when I must.', 'I tell nobody.']);
    expect(element.querySelector('strong')?.textContent).toBe('only');
  });

  it('has its headings below those of the page', async () => {
    const element = await shown('# Promise\n\n## More');
    expect([...element.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => tagName)).toEqual(['H3', 'H4']);
  });

  it.each([
    ['<img src=x onerror=alert(1)>', 'img'],
    ['<script>alert(1)</script>', 'script'],
    ['![a picture](https://elsewhere.example/p.png)', 'img'],
    ['[press](javascript:alert(1))', 'a[href^="javascript:"]'],
  ])('%s brings nothing in', async (text, selector) => {
    expect((await shown(`Before\n\n${text}`)).querySelector(selector)).toBeNull();
  });
});
