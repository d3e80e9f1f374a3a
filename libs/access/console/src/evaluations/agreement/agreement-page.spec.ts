import type { EvaluationRulesView } from '@smartpar/access/model';
import { expectAccessible, FieldHarness, mount, SegmentedHarness } from '@smartpar/platform/ui/testing';
import { agreementExample, provideAbilities } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import evaluations from '../i18n/en.json' with { type: 'json' };
import { AgreementPage } from './agreement-page';

const ADDRESS = '/api/organizations/o1/evaluation-rules';
const NOTHING_SAID: EvaluationRulesView = { version: 0, needed: false, askedBy: null, agreement: null, state: 'not-needed', on: true, changedAt: null };
const AGREED: EvaluationRulesView = {
  version: 2,
  needed: true,
  askedBy: 'the works council',
  agreement: agreementExample(),
  state: 'agreed',
  on: true,
  changedAt: '2026-03-02T09:00:00Z',
};

async function open(rules = NOTHING_SAID, actions = ['read', 'change']) {
  const page = await mount(AgreementPage, {
    texts: { access, evaluations },
    inputs: { organizationId: 'o1' },
    providers: [provideAbilities('o1', [{ action: actions, subject: 'evaluation-rules' }])],
  });
  page.http.expectOne(ADDRESS).flush(rules);
  await page.settle();
  const field = (label: string) => page.part(FieldHarness.labelled(label));
  const save = async () => {
    page.element.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await page.settle();
  };
  return { page, field, save };
}

describe('an agreement', () => {
  it('is said to be needed, and with whom', async () => {
    const { page, field, save } = await open();
    await (await page.part(SegmentedHarness)).choose('An agreement is needed');
    await (await field('With whom?')).fill(' the works council ');
    await expectAccessible(page.element);
    await save();
    const call = page.http.expectOne({ method: 'PUT', url: ADDRESS });
    expect(call.request.body).toEqual({ version: 0, needed: true, askedBy: 'the works council', agreement: null });
    call.flush({ ...NOTHING_SAID, version: 1, needed: true, askedBy: 'the works council', state: 'missing', on: false });
    await page.settle();
    expect(page.text()).toContain('Off. This needs an agreement with the works council');
  });

  it('is not needed without saying with whom', async () => {
    const { page, field, save } = await open();
    await (await page.part(SegmentedHarness)).choose('An agreement is needed');
    await save();
    page.http.expectNone({ method: 'PUT', url: ADDRESS });
    expect(await (await field('With whom?')).error()).toBe('Say with whom, such as the works council.');
  });

  it('is entered whole or not at all', async () => {
    const { page, field, save } = await open(AGREED);
    await (await field('Reference')).fill('');
    await save();
    page.http.expectNone({ method: 'PUT', url: ADDRESS });
    expect(await (await field('Reference')).error()).toBe('Give this as well, or leave all of it out.');
  });

  it('does not end before it begins', async () => {
    const { page, field, save } = await open(AGREED);
    await (await field('Last day')).fill('2025-12-31');
    await save();
    page.http.expectNone({ method: 'PUT', url: ADDRESS });
    expect(await (await field('Last day')).error()).toBe('The last day lies before the first.');
  });

  it('that somebody else changed first keeps what was typed, and is saved over theirs only by saving once more', async () => {
    const { page, field, save } = await open(AGREED);
    await (await field('Reference')).fill('BV 13/2026');
    await save();
    page.http
      .expectOne({ method: 'PUT', url: ADDRESS })
      .flush({ status: 409, code: 'evaluation_rules.changed_meanwhile', detail: '' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    page.http.expectOne({ method: 'GET', url: ADDRESS }).flush({ ...AGREED, version: 5 });
    await page.settle();
    expect(page.text()).toContain('Somebody changed this');
    await save();
    expect(page.http.expectOne({ method: 'PUT', url: ADDRESS }).request.body).toEqual({
      version: 5,
      needed: true,
      askedBy: 'the works council',
      agreement: { ...agreementExample(), reference: 'BV 13/2026' },
    });
  });

  it('is only read by those who may not change it', async () => {
    const { page } = await open(AGREED, ['read']);
    expect(page.text()).toContain('Only owners change this');
    expect(page.element.querySelector('form')).toBeNull();
  });
});
