import { asHtmlText } from './html-text';

it.each([
  ['Linden & Ash', 'Linden &amp; Ash'],
  ['<b>', '&lt;b&gt;'],
  [`"it's"`, '&quot;it&#39;s&quot;'],
  ['&amp;', '&amp;amp;'],
])('%s stands in HTML as it is', (text, html) => expect(asHtmlText(text)).toBe(html));
