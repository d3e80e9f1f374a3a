import { waitingList } from './waiting.contract';

const request = {
  kind: 'request',
  id: 'r',
  dueAt: '2026-03-09T23:00:00Z',
  since: '2026-02-09T09:00:00Z',
  facts: { reference: 'P-7K3M-Q2', request: 'erasure', state: 'received', paused: false, overdue: false, assigned: 'nobody' },
};

it('what waits holds its facts and nothing else', () => {
  const list = waitingList.parse({ items: [{ ...request, name: 'Quill', facts: { ...request.facts, text: 'What was written' } }], more: false });
  expect(list.items).toEqual([request]);
});

it('what is of no known kind does not wait', () => {
  expect(waitingList.safeParse({ items: [{ ...request, kind: 'birthday' }], more: false }).success).toBe(false);
});
