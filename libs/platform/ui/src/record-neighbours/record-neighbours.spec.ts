import { expectAccessible, mount } from '../../testing/src';
import { RecordNeighbours } from './record-neighbours';
import { RecordNeighboursHarness } from './record-neighbours.harness';

const waysOf = async (inputs: { previous?: string | null; next?: string | null }) => {
  const page = await mount(RecordNeighbours, { inputs: { label: 'Other questions', list: 'Inbox', back: '/inbox', ...inputs } });
  await expectAccessible(page.element);
  return (await page.part(RecordNeighboursHarness)).ways();
};

describe('the way to the neighbours of a record', () => {
  it('leads back to the list and on to either side', async () => {
    expect(await waysOf({ previous: '/inbox/1', next: '/inbox/3' })).toEqual(['Inbox: /inbox', 'Previous K: /inbox/1', 'Next J: /inbox/3']);
  });

  it.each([
    ['last', { previous: '/inbox/1', next: null }, ['Inbox: /inbox', 'Previous K: /inbox/1']],
    ['only', {}, ['Inbox: /inbox']],
  ])('ends with the %s one', async (_, inputs, ways) => expect(await waysOf(inputs)).toEqual(ways));
});
