import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import de from '../i18n/de.json' with { type: 'json' };
import en from '../i18n/en.json' with { type: 'json' };
import { Start } from './start';
import { StartHarness } from './start.harness';

describe('the first page', () => {
  it('offers to ask without an account, then to sign in', async () => {
    const page = await mount(Start, { texts: en });
    expect(await (await page.part(StartHarness)).choices()).toEqual(['/ask', '/sign-in']);
    expect(page.text()).toContain('No account needed');
    await expectAccessible(page.element);
  });

  it('says what happens with a question, in German too', async () => {
    const page = await mount(Start, { texts: de, language: 'de' });
    expect(page.text()).toContain('Sie bekommen eine Bestätigung mit einem Datum.');
  });
});
