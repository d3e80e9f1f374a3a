import { StorageReadiness } from './readiness';

describe('readiness', () => {
  it('is there when the database answers', async () => {
    expect(await new StorageReadiness({ ping: () => Promise.resolve() }).check()).toEqual([{ name: 'database', ready: true }]);
  });

  it('is not when the database is gone, without saying why', async () => {
    expect(await new StorageReadiness({ ping: () => Promise.reject(new Error('password authentication failed')) }).check()).toEqual([{ name: 'database', ready: false }]);
  });

  it('is not when the database says nothing for two seconds', async () => {
    jest.useFakeTimers();
    const check = new StorageReadiness({ ping: () => new Promise(() => undefined) }).check();
    await jest.advanceTimersByTimeAsync(2000);
    expect(await check).toEqual([{ name: 'database', ready: false }]);
    jest.useRealTimers();
  });
});
