import fc from 'fast-check';
import { isStoppedAt } from '../violations/stopped-access';
import { explainStops, stopsTold } from './explained-stop';

const moment = () => fc.option(fc.integer({ min: 0, max: 10 }));
const stops = () => fc.record({ contractEnd: moment(), confirmed: fc.boolean(), lapsesAt: moment() });

describe('what keeps somebody away', () => {
  it('is told if and only if it does, whatever it is and whenever one asks', () => {
    fc.assert(
      fc.property(stops(), fc.integer({ min: 0, max: 10 }), (held, at) => {
        expect(explainStops({ active: true, signsIn: true, stops: held }, at).length > 0).toBe(isStoppedAt(held, at));
      }),
    );
  });

  it('is also that they are not active, or have nothing to sign in with', () => {
    const none = { contractEnd: null, confirmed: false, lapsesAt: null };
    expect(explainStops({ active: false, signsIn: false, stops: none }, 5)).toEqual(['not-active']);
    expect(explainStops({ active: true, signsIn: false, stops: none }, 5)).toEqual(['no-sign-in']);
  });

  it('is the same for whoever may not know of reports, whether there is one or not', () => {
    fc.assert(
      fc.property(stops(), ({ contractEnd, ...report }) => {
        expect(stopsTold({ contractEnd, ...report }, false)).toEqual({ contractEnd, confirmed: false, lapsesAt: null });
        expect(stopsTold({ contractEnd, ...report }, true)).toEqual({ contractEnd, ...report });
      }),
    );
  });
});
