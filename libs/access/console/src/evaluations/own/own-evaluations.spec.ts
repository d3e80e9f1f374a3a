import type { OwnEvaluations as Evaluations } from '@smartpar/access/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { agreementExample } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { OwnEvaluations } from './own-evaluations';

async function open(evaluations: Partial<Evaluations> = {}) {
  const page = await mount(OwnEvaluations, { texts: { access: en }, inputs: { organizationId: 'o1' } });
  page.http.expectOne('/api/organizations/o1/my/evaluations').flush({
    needed: false,
    askedBy: null,
    agreement: null,
    state: 'not-needed',
    on: true,
    kinds: ['look-volume', 'looks-of-one', 'log-of-one', 'grant-use'],
    ...evaluations,
  });
  await page.settle();
  return page;
}

describe('whether my work is evaluated', () => {
  it('is said with everything that can be', async () => {
    const page = await open();
    for (const words of ['On. Your organization says that this needs no agreement.', 'how often each person looks', 'Reading what one person looked at']) {
      expect(page.text()).toContain(words);
    }
    await expectAccessible(page.element);
  });

  it.each<[Evaluations['state'], string]>([
    ['agreed', 'On, under the agreement “Works agreement on the console” (BV 12/2026).'],
    ['missing', 'Off. This needs an agreement with the works council, and there is none yet.'],
    ['not-yet', 'counts from 15 January 2026'],
    ['expired', 'ended on 31 March 2026'],
  ])('is said with its reason where that is %s', async (state, words) => {
    expect((await open({ state, needed: true, askedBy: 'the works council', agreement: agreementExample() })).text()).toContain(words);
  });
});
