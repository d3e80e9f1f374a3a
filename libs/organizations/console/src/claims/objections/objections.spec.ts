import type { OpenObjection } from '@smartpar/organizations/model';
import { DecisionPanelHarness, expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { Objections } from './objections';

const ADDRESS = '/api/organizations/o1/claim-objections';
const ONE: OpenObjection = {
  id: 'x1',
  claimId: 'c1',
  domain: 'larkspur.example',
  address: 'ines@larkspur.example',
  words: 'This is my own name.',
  madeAt: '2026-03-03T09:00:00Z',
  answerBy: '2026-03-17T09:00:00Z',
};

async function open(items: readonly OpenObjection[]) {
  const page = await mount(Objections, { texts: { organizations: en }, inputs: { organizationId: 'o1' } });
  page.http.expectOne(ADDRESS).flush({ items });
  await page.settle();
  return page;
}

describe('objections to a claim', () => {
  it('are answered with a reason, with everything needed on the page', async () => {
    const page = await open([ONE]);
    for (const words of ['ines@larkspur.example', 'This is my own name.', 'Answer until']) expect(page.text()).toContain(words);
    await expectAccessible(page.element);
    const panel = await page.part(DecisionPanelHarness);
    await panel.reason('You are right.');
    await panel.decide('Leave the account alone');
    await page.settle();
    const call = page.http.expectOne({ method: 'POST', url: `${ADDRESS}/x1/answer` });
    expect(call.request.body).toEqual({ decision: 'accept', words: 'You are right.' });
    call.flush(null, { status: 204, statusText: 'No Content' });
    await page.settle();
    page.http.expectOne(ADDRESS).flush({ items: [] });
    await page.settle();
    expect(page.text()).toContain('Nobody objects');
  });

  it('say when somebody answered first', async () => {
    const page = await open([ONE]);
    const panel = await page.part(DecisionPanelHarness);
    await panel.reason('It was bought for work.');
    await panel.decide('Go on with the claim');
    await page.settle();
    page.http.expectOne(`${ADDRESS}/x1/answer`).flush({ status: 409, code: 'claim_objection.answered', detail: '' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('answered already');
  });
});
