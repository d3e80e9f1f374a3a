import { recordingOf, replayed, transactionsOf } from './recording.mjs';

const OURS = '0a000000-0000-7000-8000-000000000001';
const OTHERS = '0a000000-0000-7000-8000-000000000002';
const REQUEST = '0b000000-0000-7000-8000-000000000001';
const MADE = '0c000000-0000-7000-8000-000000000001';

const begin = (id) => ({ text: `BEGIN; SET LOCAL app.organization_id = '${id}'`, named: false });
const commit = { text: 'COMMIT', named: false };
const insert = (made = MADE, at = '2026-03-02T09:00:00.123Z') => ({
  text: 'insert into notes values ($1, $2, $3, $4, $5)',
  named: true,
  values: [OURS, REQUEST, `{"id":"${made}","at":"${at}"}`, 7, { base64: 'aGk=' }],
});
const on = (connection, statement) => ({ connection, ...statement });

describe('the transactions of an organization', () => {
  it('are told apart from those of others on connections used at the same time', () => {
    const sent = [
      on(1, begin(OURS)),
      on(2, begin(OTHERS)),
      on(1, insert()),
      on(2, insert()),
      on(3, { text: 'select 1', named: false }),
      on(2, commit),
      on(1, commit),
    ];
    expect(transactionsOf(sent, OURS)).toEqual([[begin(OURS), insert(), commit]]);
  });
});

describe('a recording', () => {
  const both = [
    [begin(OURS), insert(), commit],
    [begin(OURS), insert(OTHERS, '2026-03-02T09:00:01Z'), commit],
  ];

  it('is made where the same was sent twice, and only then', () => {
    expect(recordingOf(both, REQUEST)?.made).toEqual([MADE, '2026-03-02T09:00:00.123Z']);
    expect(recordingOf([both[0], [begin(OURS), commit]], REQUEST)).toBeNull();
  });

  it('is played again about something else, with ids and instants of its own, and everything else as it was', () => {
    const statements = replayed(recordingOf(both, REQUEST), OTHERS);
    const [organizationId, requestId, json, number, bytes] = statements[1].values;
    expect([organizationId, requestId, number, String(bytes)]).toEqual([OURS, OTHERS, 7, 'hi']);
    expect(JSON.parse(json).id).not.toBe(MADE);
    expect(Date.parse(JSON.parse(json).at)).toBeGreaterThan(Date.parse('2026-03-02T09:00:00.123Z'));
    expect([statements[0], statements[2]]).toMatchObject([begin(OURS), commit]);
  });
});
