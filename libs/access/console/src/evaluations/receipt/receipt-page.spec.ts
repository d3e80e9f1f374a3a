import { TestBed } from '@angular/core/testing';
import { SavedFiles } from '@smartpar/platform/ui';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { receiptExample } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import evaluations from '../i18n/en.json' with { type: 'json' };
import { ReceiptPage } from './receipt-page';

async function open(signed = receiptExample()) {
  const page = await mount(ReceiptPage, { texts: { access, evaluations }, inputs: { organizationId: 'o1', receiptId: 'r1' } });
  page.http.expectOne('/api/organizations/o1/evaluation-receipts/r1').flush(signed);
  await page.settle();
  return page;
}

describe('a receipt', () => {
  it('says what was evaluated, as which role and how often, and under what', async () => {
    const page = await open();
    for (const words of ['March 2026', 'Reading the log of what one person did', 'Privacy officer', 'BV 12/2026', 'smartpar.ai/evaluation-receipt/o1']) {
      expect(page.text()).toContain(words);
    }
    await expectAccessible(page.element);
  });

  it('says that there was nothing', async () => {
    const { receipt, ...rest } = receiptExample();
    expect((await open({ ...rest, receipt: { ...receipt, none: true, evaluations: [] } })).text()).toContain('In this month, nothing was evaluated.');
  });

  it('says that somebody asked in somebody’s place', async () => {
    const { receipt, ...rest } = receiptExample();
    const evaluations = receipt.evaluations.map((line) => ({ ...line, roles: ['stand-in' as const] })); // as const: a word of the contract, not any
    expect((await open({ ...rest, receipt: { ...receipt, evaluations } })).text()).toContain('Standing in for somebody');
  });

  it('is taken out as a file that holds the signature', async () => {
    const page = await open();
    const save = jest.spyOn(TestBed.inject(SavedFiles), 'save').mockReturnValue(undefined);
    page.element.querySelector<HTMLButtonElement>('sp-page-header button')?.click();
    expect(save).toHaveBeenCalledWith('evaluations-2026-03.json', expect.any(Blob));
  });
});
