import { TestBed } from '@angular/core/testing';
import type { LedgerLook } from '@smartpar/access/model';
import { Dialogs, Toasts } from '@smartpar/platform/ui';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { ledgerLook, provideAbilities, violationExample } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { LookActs } from './look-acts';

async function open(look: Partial<LedgerLook> = {}, ...may: string[]) {
  const page = await mount(LookActs, {
    texts: { access: en },
    inputs: { organizationId: 'o1', look: ledgerLook(look) },
    providers: [
      provideAbilities(
        'o1',
        may.map((action) => ({ action, subject: 'violation' })),
      ),
    ],
  });
  let changed = 0;
  page.component.changed.subscribe(() => (changed += 1));
  const press = async (word: string, answer: unknown): Promise<void> => {
    jest.spyOn(TestBed.inject(Dialogs), 'open').mockResolvedValue(answer);
    [...page.element.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === word)?.click();
    await page.settle();
  };
  return { page, press, changed: () => changed };
}

describe('one look at my data', () => {
  it('can be complained about, and says under which reference', async () => {
    const { page, press, changed } = await open();
    await expectAccessible(page.element);
    await press('Complain about this look', { requestId: 'r1', reference: 'P-7K3M-Q2', promisedOn: '2026-04-01' });
    expect(changed()).toBe(1);
    expect(TestBed.inject(Toasts).shown()?.text).toContain('P-7K3M-Q2');
  });

  it('leads to the complaint once there is one', async () => {
    const { page } = await open({ challenge: { requestId: 'r1' } });
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe('/my/requests/o1/r1');
    expect(page.element.querySelector('button')).toBeNull();
  });

  it('of one’s own is nothing to complain about', async () => {
    expect((await open({ by: { roles: ['owner'], self: true } }, 'report')).page.element.querySelector('button')).toBeNull();
  });

  it('can be reported by those who may, without knowing who it was', async () => {
    const { page, press } = await open({}, 'report');
    await press('Report whoever made this look', violationExample());
    expect(TestBed.inject(Toasts).shown()?.text).toContain('M-10422');
    await page.settle();
  });

  it('that was told later says until when and on which ground', async () => {
    const { page } = await open({ delays: [{ ground: 'evidence', from: '2026-03-02T09:00:00Z', until: '2026-05-31T09:00:00Z' }] });
    expect(page.text()).toContain('Told to you only from 31 May 2026 on');
    expect(page.text()).toContain('Evidence');
  });
});
