import { TestBed } from '@angular/core/testing';
import type { SealedLog } from '@smartpar/audit/model';
import { SavedFiles, Toasts } from '@smartpar/platform/ui';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { Seal } from './seal';
import { SealHarness } from './seal.harness';

const ADDRESS = '/api/organizations/o1/audit-log';
const CHECKPOINT = { number: 12, size: 1650, root: 'A'.repeat(44), note: 'smartpar.ai/audit-log/o1\n1650\n', sealedAt: '2026-03-05T09:00:00Z' };
const SEALED: SealedLog = {
  checkpoint: CHECKPOINT,
  keys: [
    { key: 'o1+00000001+AQ==', since: null },
    { key: 'o1+00000002+AQ==', since: '2026-03-05T09:00:00Z' },
  ],
};

async function open(sealed = SEALED) {
  const page = await mount(Seal, { texts: { audit: en }, inputs: { organizationId: 'o1' } });
  page.http.expectOne(`${ADDRESS}/checkpoint`).flush(sealed);
  await page.settle();
  const files: [string, Blob][] = [];
  jest.spyOn(TestBed.inject(SavedFiles), 'save').mockImplementation((name, content) => void files.push([name, content]));
  const seal = await page.part(SealHarness);
  await seal.open();
  return { page, seal, files };
}

describe('the seal of the log', () => {
  it('says how much is sealed, in which checkpoint, since when, and what that is good for', async () => {
    const { page, seal } = await open();
    expect(await seal.state()).toMatch(/^1,650 entries are sealed in checkpoint 12, 5 Mar(ch)? 2026/);
    expect(page.text()).toContain('A checkpoint is a short signed text.');
    expect(page.text()).toContain('npm run verify-log');
    await expectAccessible(page.element);
  });

  it('says so while nothing is sealed, and gives the key already', async () => {
    const { page, seal, files } = await open({ ...SEALED, checkpoint: null });
    expect(await seal.state()).toContain('Nothing is sealed yet');
    expect(page.text()).not.toContain('Copy the checkpoint');
    await seal.press('Keep the keys');
    expect(files[0]?.[0]).toBe('keys.txt');
    await expectAccessible(page.element);
  });

  it('gives the checkpoint and the keys as files', async () => {
    const { seal, files } = await open();
    await seal.press('Keep the checkpoint');
    await seal.press('Keep the keys');
    expect(files.map(([name, { size }]) => [name, size])).toEqual([
      ['checkpoint-12.txt', CHECKPOINT.note.length],
      ['keys.txt', 2 * 'o1+00000001+AQ==\n'.length],
    ]);
  });

  it.each([
    ['Take the log out, to check it', 'jsonl', 'jsonl'],
    ['Take the log out as a table', 'csv', 'csv'],
    ['Take the log out for a security program', 'ocsf', String.raw`ocsf\.jsonl`],
  ])('fetches the log: %s', async (words, format, extension) => {
    const { page, seal, files } = await open();
    void seal.press(words);
    await page.settle();
    const call = page.http.expectOne(`${ADDRESS}/export`);
    expect(call.request.body).toEqual({ format });
    expect(page.text()).toContain('Getting the log');
    call.flush(new Blob(['{}']));
    await page.settle();
    expect(files.map(([name]) => name)).toEqual([expect.stringMatching(new RegExp(`^audit-log-\\d{4}-\\d\\d-\\d\\d\\.${extension}$`))]);
    expect(TestBed.inject(Toasts).shown()?.text).toBe('The log is in your downloads.');
  });

  it('asks where checkpoints go and how long the log is kept once it is opened, and not before', async () => {
    const { page } = await open();
    const panel = page.element.querySelector('details');
    panel?.dispatchEvent(new Event('toggle'));
    await page.settle();
    page.http.expectOne(`${ADDRESS}/addresses`).flush({ items: [] });
    page.http.expectOne(`${ADDRESS}/retention`).flush({ months: null, trimmed: 0, trimmedAt: null });
    await page.settle();
    expect(page.text()).toContain('No address is named yet.');
    expect(page.text()).toContain('The log is kept for good.');
    await expectAccessible(page.element);
  });

  it('keeps no half of a file, and says what happened', async () => {
    const { page, seal, files } = await open();
    void seal.press('Take the log out, to check it');
    await page.settle();
    page.http.expectOne(`${ADDRESS}/export`).error(new ProgressEvent('error'));
    await page.settle();
    expect(files).toEqual([]);
    expect(page.text()).toContain('The connection broke before the whole log was here.');
    await expectAccessible(page.element);
  });
});
