import { Loop } from './loop';

const rounds = (count: number) => {
  let left = count;
  let done: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => (done = resolve));
  return { finished, round: () => ((left -= 1) <= 0 && done(), Promise.resolve()) };
};

describe('a loop', () => {
  it('goes round again and again', async () => {
    const { finished, round } = rounds(3);
    const loop = new Loop(round, 1, () => undefined);
    loop.start();
    await finished;
    await loop.stop();
  });

  it('goes on after a failure and tells of it', async () => {
    const errors: unknown[] = [];
    const { finished, round } = rounds(2);
    let first = true;
    const loop = new Loop(
      async () => {
        await round();
        if (first) {
          first = false;
          throw new Error('mail server gone');
        }
      },
      1,
      (error) => errors.push(error),
    );
    loop.start();
    await finished;
    await loop.stop();
    expect(errors).toEqual([new Error('mail server gone')]);
  });

  it('lets the round under way finish when it is stopped, and starts no other', async () => {
    const started = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    let count = 0;
    const loop = new Loop(
      () => {
        count += 1;
        started.resolve();
        return release.promise;
      },
      1,
      () => undefined,
    );
    loop.start();
    await started.promise;
    const stopping = loop.stop();
    release.resolve();
    await stopping;
    expect(count).toBe(1);
  });
});
