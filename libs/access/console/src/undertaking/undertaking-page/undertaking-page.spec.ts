import { TestBed } from '@angular/core/testing';
import type { SignatureLine } from '@smartpar/access/model';
import { Dialogs } from '@smartpar/platform/ui';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { provideAbilities, undertakingExample } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { UndertakingPage } from './undertaking-page';

const ADDRESS = '/api/organizations/o1/undertaking';
const SIGNED: SignatureLine = {
  memberId: 'm1',
  memberNumber: 'M-10422',
  roles: ['helpdesk'],
  further: 2,
  state: 'older',
  latest: { version: 1, locale: 'en', hash: 'e'.repeat(64), at: '2026-03-02T09:00:00Z' },
};

async function open(...may: (readonly [string, string])[]) {
  const rules = may.map(([action, subject]) => ({ action, subject }));
  const page = await mount(UndertakingPage, { texts: { access: en }, inputs: { organizationId: 'o1' }, providers: [provideAbilities('o1', rules)] });
  page.http.expectOne(ADDRESS).flush(undertakingExample({ version: 2, publishedAt: '2026-03-02T09:00:00Z' }));
  for (const call of page.http.match(({ url }) => url.startsWith(`${ADDRESS}/signatures`))) call.flush({ items: [SIGNED], next: null });
  await page.settle();
  return page;
}

describe('what people promise', () => {
  it('is read with its version, and with who has signed which, by number', async () => {
    const page = await open(['list', 'undertaking-signature']);
    expect(page.text()).toContain('Version 2');
    expect(page.text()).toContain('I look only when I must.');
    expect(page.text()).toContain('M-10422');
    expect(page.text()).toContain('Helpdesk, 2 further roles');
    expect(page.text()).toContain('Signed version 1 on 2 March 2026, and not the one in force');
    await expectAccessible(page.element);
  });

  it('is written anew by those who may', async () => {
    expect((await open()).text()).not.toContain('Write a new version');
    TestBed.resetTestingModule();
    const page = await open(['publish', 'undertaking']);
    jest
      .spyOn(TestBed.inject(Dialogs), 'open')
      .mockResolvedValue(undertakingExample({ version: 3, texts: [{ locale: 'en', text: 'Anew.', hash: 'f'.repeat(64) }] }));
    page.element.querySelector<HTMLButtonElement>('button[actions]')?.click();
    await page.settle();
    expect(page.text()).toContain('Version 3');
    expect(page.text()).toContain('Anew.');
  });
});
