import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { agreementExample, evaluationExample, provideAbilities } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import evaluations from '../i18n/en.json' with { type: 'json' };
import { EvaluationsPage } from './evaluations-page';

const RULES = {
  version: 1,
  needed: true,
  askedBy: 'the works council',
  agreement: agreementExample(),
  state: 'agreed',
  on: true,
  changedAt: '2026-03-02T09:00:00Z',
};

const READS = ['evaluation', 'evaluation-receipt', 'evaluation-rules', 'audit-outline'];

async function open(items: readonly object[], rules: object = RULES) {
  const page = await mount(EvaluationsPage, {
    texts: { access, evaluations },
    inputs: { organizationId: 'o1' },
    providers: [provideAbilities('o1', [{ action: 'read', subject: READS }])],
  });
  page.http.expectOne('/api/organizations/o1/evaluation-rules').flush(rules);
  page.http.expectOne(({ url }) => url.startsWith('/api/organizations/o1/evaluations')).flush({ items, next: null });
  await page.settle();
  return page;
}

describe('evaluations', () => {
  it('say that somebody asked by a role of the organization’s own, or in somebody’s place', async () => {
    const page = await open([
      evaluationExample({ by: { system: false, roles: ['auditor', 'custom-role'] } }),
      evaluationExample({ id: 'e2', by: { system: false, roles: ['stand-in'] } }),
    ]);
    for (const words of ['Auditor and A role of your organization’s own', 'Standing in for somebody']) expect(page.text()).toContain(words);
  });

  it('are listed as such, with when and as which role', async () => {
    const page = await open([
      evaluationExample(),
      evaluationExample({ id: 'e2', kind: 'look-volume', by: { system: true, roles: [] }, people: 12, findings: 1 }),
    ]);
    for (const words of ['Reading the log of what one person did', 'Privacy officer', 'no person asked', '12', 'under the agreement']) {
      expect(page.text()).toContain(words);
    }
    await expectAccessible(page.element);
  });

  it('lead to what was agreed, to alerts, to receipts and to the log as such', async () => {
    const page = await open([]);
    expect([...page.element.querySelectorAll('sp-act-line a')].map((way) => way.getAttribute('href'))).toEqual([
      ...['agreement', 'alerts', 'receipts'].map((name) => `/org/o1/access/evaluations/${name}`),
      '/org/o1/log-outline',
    ]);
  });

  it('are said to be none, and off', async () => {
    const page = await open([], { ...RULES, agreement: null, state: 'missing', on: false });
    expect(page.text()).toContain('Nothing was evaluated.');
    expect(page.element.querySelector('.off')?.textContent).toContain('there is none yet');
  });
});
