import type { Undertaking } from '@smartpar/access/model';

/** An undertaking for specs: in English alone, unsigned; say what differs. */
export const undertakingExample = (undertaking: Partial<Undertaking> = {}): Undertaking => ({
  version: 1,
  publishedAt: null,
  texts: [{ locale: 'en', text: 'I look only when I must.', hash: 'e'.repeat(64) }],
  signed: null,
  inForce: false,
  ...undertaking,
});
