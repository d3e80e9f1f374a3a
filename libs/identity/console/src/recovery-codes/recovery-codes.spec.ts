import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { RecoveryCodes } from './recovery-codes';
import { RecoveryCodesHarness } from './recovery-codes.harness';

const CODES = ['K7QM-2XVA-90TB-JH4C', 'AAAA-BBBB-CCCC-DDDD'];

async function open(codes: readonly string[]) {
  const page = await mount(RecoveryCodes, { texts: { identity: en }, inputs: { codes } });
  return { page, part: await page.part(RecoveryCodesHarness) };
}

describe('recovery codes', () => {
  it('are listed, and said to be shown this once', async () => {
    const { page, part } = await open(CODES);
    expect(await part.codes()).toEqual(CODES);
    expect(page.text()).toContain('We cannot show them again.');
    await expectAccessible(page.element);
  });

  it('are handed over as a file that holds each of them', async () => {
    const { part } = await open(CODES);
    const made: Blob[] = [];
    const url = { createObjectURL: (blob: Blob) => (made.push(blob), 'blob:codes'), revokeObjectURL: jest.fn() };
    Object.assign(URL, url);
    const clicked = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await part.download();
    expect(clicked).toHaveBeenCalledTimes(1);
    expect(made[0]?.size).toBeGreaterThan(CODES.join('\n').length);
    expect(url.revokeObjectURL).toHaveBeenCalledWith('blob:codes');
  });

  it('are printed', async () => {
    const { part } = await open(CODES);
    const printed = jest.spyOn(window, 'print').mockImplementation(() => undefined);
    await part.print();
    expect(printed).toHaveBeenCalledTimes(1);
  });

  it('where they were shown before, says how to have new ones', async () => {
    const { page, part } = await open([]);
    expect(page.text()).toContain('make new ones');
    const kept = jest.fn();
    page.component.kept.subscribe(kept);
    await part.keep();
    expect(kept).toHaveBeenCalledTimes(1);
    await expectAccessible(page.element);
  });
});
