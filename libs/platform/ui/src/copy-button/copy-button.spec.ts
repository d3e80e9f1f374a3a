import { DOCUMENT, type Provider } from '@angular/core';
import { expectAccessible, mount } from '../../testing/src';
import { CopyButton } from './copy-button';
import { CopyButtonHarness } from './copy-button.harness';

const writeText = jest.fn<Promise<void>, [string]>();

function withClipboard(clipboard: { writeText: typeof writeText } | undefined): Provider {
  Object.defineProperty(window.navigator, 'clipboard', { value: clipboard, configurable: true });
  return { provide: DOCUMENT, useValue: document };
}

describe('a copy button', () => {
  beforeEach(() => writeText.mockReset().mockResolvedValue(undefined));

  it('copies and says so', async () => {
    const page = await mount(CopyButton, { inputs: { text: 'smartpar-proof=abc' }, providers: [withClipboard({ writeText })] });
    const button = await page.part(CopyButtonHarness);
    await button.press();
    await page.settle();
    expect(writeText).toHaveBeenCalledWith('smartpar-proof=abc');
    expect(await button.said()).toBe('Copied');
    await expectAccessible(page.element);
  });

  it.each([
    ['the browser refuses', { writeText }],
    ['the browser cannot', undefined],
  ])('says what to do when %s', async (_name, clipboard) => {
    writeText.mockRejectedValue(new DOMException('refused', 'NotAllowedError'));
    const page = await mount(CopyButton, { inputs: { text: 'x' }, providers: [withClipboard(clipboard)] });
    const button = await page.part(CopyButtonHarness);
    await button.press();
    await page.settle();
    expect(await button.said()).toContain('by hand');
  });
});
