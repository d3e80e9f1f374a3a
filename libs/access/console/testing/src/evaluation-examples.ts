import type { Agreement, EvaluationLine, SignedReceipt, VolumeAlertView } from '@smartpar/access/model';

/** An agreement for specs. */
export const agreementExample = (): Agreement => ({
  title: 'Works agreement on the console',
  reference: 'BV 12/2026',
  concludedOn: '2026-01-15',
  validUntil: '2026-03-31',
});

/** An evaluation for specs: a privacy officer read the log of what one person did; say what differs. */
export const evaluationExample = (evaluation: Partial<EvaluationLine> = {}): EvaluationLine => ({
  id: 'e1',
  kind: 'log-of-one',
  at: '2026-03-02T09:00:00Z',
  by: { system: false, roles: ['privacy-officer'] },
  people: 1,
  findings: 0,
  ...evaluation,
});

/** An alert for specs, to be settled by the reader; say what differs. */
export const volumeAlertExample = (alert: Partial<VolumeAlertView> = {}): VolumeAlertView => ({
  id: 'a1',
  memberId: 'm1',
  memberNumber: 'M-10422',
  day: '2026-03-10',
  looks: 64,
  usual: 4,
  limit: 20,
  at: '2026-03-10T09:19:00Z',
  state: 'open',
  roles: ['helpdesk'],
  past: Array.from({ length: 28 }, (_, day) => day % 8),
  settled: null,
  may: { settle: true },
  ...alert,
});

/** A receipt for specs. */
export const receiptExample = (): SignedReceipt => ({
  receipt: {
    v: 1,
    organization: 'o1',
    month: '2026-03',
    from: '2026-02-28T23:00:00.000Z',
    until: '2026-03-31T22:00:00.000Z',
    none: false,
    evaluations: [{ day: '2026-03-12', kind: 'log-of-one', system: false, roles: ['privacy-officer'], runs: 2, people: 2, alerts: 0 }],
    rules: [
      { since: null, needed: false, reference: null, validUntil: null },
      { since: '2026-03-02T09:00:00.000Z', needed: true, reference: 'BV 12/2026', validUntil: null },
    ],
  },
  note: 'smartpar.ai/evaluation-receipt/o1\n2026-03 aGFzaA==\n\n\u2014 smartpar.ai/audit-log/o1 c2lnbmF0dXJl\n',
  keys: ['smartpar.ai/audit-log/o1+01020304+a2V5'],
});
