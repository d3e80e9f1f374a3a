import { TestBed } from '@angular/core/testing';
import { ShellTexts } from './texts';

describe('the texts every page needs', () => {
  it.each([
    ['en', 'Try again', 'Privacy officer'],
    ['de', 'Noch einmal versuchen', 'Datenschutzbeauftragte Person'],
  ])("come together in %s: the shell's, the design system's, the names of roles", async (language, retry, officer) => {
    expect(await TestBed.inject(ShellTexts).getTranslation(language)).toMatchObject({
      product: expect.stringContaining('SmartPAR'),
      ui: { retry },
      access: { roles: { 'privacy-officer': { name: officer } } },
    });
  });
});
