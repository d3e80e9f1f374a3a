import { provideAbilities } from '@smartpar/access/console/testing';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { Settings } from './settings';
import { SettingsHarness } from './settings.harness';

const open = (nouns: string[]) =>
  mount(Settings, {
    texts: { organizations: en },
    inputs: { organizationId: 'o1' },
    providers: [
      provideAbilities(
        'o1',
        nouns.map((subject) => ({ action: 'read', subject })),
      ),
    ],
  });

describe('the ways through the settings', () => {
  it('are those one may go, in order', async () => {
    const page = await open(['organization', 'privacy-contact', 'organization-domain']);
    const settings = await page.part(SettingsHarness);
    expect(await settings.ways()).toEqual(['Profile', 'Privacy contact', 'Domains']);
    expect(await settings.addresses()).toEqual(['/org/o1/settings/profile', '/org/o1/settings/privacy-contact', '/org/o1/settings/domains']);
    await expectAccessible(page.element);
  });

  it('lead to another slice’s page where one may read it', async () => {
    const page = await open(['organization', 'standing-grant', 'reply-template']);
    expect(await (await page.part(SettingsHarness)).ways()).toEqual(['Profile', 'Who may see what', 'Reply templates']);
  });
});
