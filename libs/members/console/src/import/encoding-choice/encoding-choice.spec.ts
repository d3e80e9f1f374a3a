import type { ImportPreview } from '@smartpar/members/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { importPreview } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { EncodingChoice } from './encoding-choice';

const PATH = '/organizations/organization-1/member-imports/import-1/preview';
const WRONG = importPreview({ encoding: 'windows-1252', sample: [['ana@larkspur.example', 'ZoÃ©', '']] });

async function open({ guess = importPreview().guess, right = importPreview(), missing = false } = {}) {
  const page = await mount(EncodingChoice, { texts: { members: en }, inputs: { path: PATH, guess, chosen: guess.certain ? guess.encoding : null, missing } });
  const asked = page.http.match(({ url }) => url === `/api${PATH}`);
  const ways = asked.map(({ request }) => request.params.get('encoding'));
  for (const call of asked) call.flush(call.request.params.get('encoding') === guess.encoding ? right : WRONG);
  await page.settle();
  const radios = [...page.element.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  return { page, ways, radios };
}

describe('how letters are written', () => {
  it('is asked by how the same names read, the likeliest first', async () => {
    const { page, radios } = await open();
    expect(radios.map(({ value, checked }) => [value, checked])).toEqual([
      ['utf-8', true],
      ['windows-1252', false],
    ]);
    expect(page.text()).toContain('Zoé · Jürgen UTF-8, as most programs write (looks like this one)');
    expect(page.text()).toContain('ZoÃ© Windows-1252');
    await expectAccessible(page.element);
    radios[1]?.click();
    await page.settle();
    expect(page.component.chosen()).toBe('windows-1252');
  });

  it('is nobody’s guess where there is doubt: it must be said', async () => {
    const guess: ImportPreview['guess'] = { encoding: 'windows-1252', delimiter: ';', certain: false };
    const { page, radios } = await open({ guess, missing: true });
    expect(radios.map(({ checked }) => checked)).toEqual([false, false]);
    expect(page.text()).toContain('Say in which of these the names look right.');
    await expectAccessible(page.element);
  });

  it('offers what few files are written in only where it looks so', async () => {
    expect((await open()).ways).toEqual(['utf-8', 'windows-1252']);
  });

  it('offers the rarer way where the file says so', async () => {
    const { ways } = await open({ guess: { encoding: 'utf-16le', delimiter: ';', certain: true } });
    expect(ways).toEqual(['utf-8', 'utf-16le', 'windows-1252']);
  });

  it('says so where it makes no difference', async () => {
    const { page } = await open({ right: importPreview({ sample: [['ana@larkspur.example', 'Ana', '']] }) });
    expect(page.text()).toContain('In the first lines there is no letter that would read differently.');
  });
});
