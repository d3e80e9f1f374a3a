import { HttpErrorResponse } from '@angular/common/http';
import { acting } from './acting';

const refused = new HttpErrorResponse({ status: 409, error: { code: 'violation.settled', detail: '' } });

describe('an act', () => {
  it('is busy while it is on its way, and nothing else is sent meanwhile', async () => {
    const one = acting();
    const other = jest.fn(() => Promise.resolve());
    let through = (): void => undefined;
    const sent = one.send(() => new Promise((resolve) => (through = resolve)));
    expect(one.busy()).toBe(true);
    expect(await one.send(other)).toBeNull();
    through();
    expect([await sent, one.busy(), one.problem()]).toEqual([null, false, null]);
    expect(other).not.toHaveBeenCalled();
  });

  it('says why it was refused, until it is tried again', async () => {
    const one = acting();
    expect(await one.send(() => Promise.reject(refused))).toMatchObject({ status: 409, code: 'violation.settled' });
    expect(one.problem()).toMatchObject({ code: 'violation.settled' });
    expect([await one.send(() => Promise.resolve()), one.problem()]).toEqual([null, null]);
  });

  it('is the same one until it got through', async () => {
    const one = acting();
    const keys: string[] = [];
    const tried = (outcome: Promise<void>) =>
      one.send((act) => {
        keys.push(act.keyFor(['POST', '/opinions']));
        return outcome;
      });
    await tried(Promise.reject(refused));
    await tried(Promise.resolve());
    expect(new Set(keys).size).toBe(1);
  });
});
