import { together } from './together';

const after = <T>(ticks: number, outcome: () => T): Promise<T> =>
  ticks === 0 ? Promise.resolve().then(outcome) : Promise.resolve().then(() => after(ticks - 1, outcome));
const fail = (message: string) => (): never => {
  throw new Error(message);
};

describe('statements sent together', () => {
  it('give their results in order', async () => {
    expect(await together([after(3, () => 1), after(0, () => 'two')])).toEqual([1, 'two']);
  });

  it('fail with what failed first in their order, whichever is heard of first', async () => {
    await expect(together([after(0, () => 1), after(9, fail('the cause')), after(0, fail('the transaction is lost'))])).rejects.toThrow('the cause');
  });
});
