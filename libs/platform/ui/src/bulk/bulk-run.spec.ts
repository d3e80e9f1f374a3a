import type { Act } from '../api/act';
import { Problem } from '../problem/problem';
import { BulkRun } from './bulk-run';

const problem = (code: string, status = 409): Problem => new Problem({ code, status, detail: '' });

/** A call whose answers the spec gives by hand. */
function byHand(items: readonly string[]) {
  const open = new Map<string, { answer: () => void; refuse: (problem: Problem) => void }>();
  const keys: string[] = [];
  const call = (item: string, act: Act): Promise<void> => {
    keys.push(`${item} ${act.keyFor([item])}`);
    return new Promise((answer, refuse) => open.set(item, { answer, refuse }));
  };
  const settled = async (item: string, how: Problem | 'done'): Promise<void> => {
    const { answer, refuse } = open.get(item) ?? fail(item);
    open.delete(item);
    if (how === 'done') answer();
    else refuse(how);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { run: new BulkRun(items, call), open: () => [...open.keys()].join(''), settled, keys };
}

const fail = (item: string): never => {
  throw new Error(`Nothing is asked about ${item}.`);
};

describe('one act for many', () => {
  it('has a few under way at a time, and takes the next one as soon as one is done', async () => {
    const { run, open, settled } = byHand([...'abcde']);
    void run.go();
    expect([open(), run.running(), run.answered()]).toEqual(['abc', true, 0]);
    await settled('b', 'done');
    expect([open(), run.answered()]).toEqual(['acd', 1]);
    for (const item of 'acde') await settled(item, 'done');
    expect([run.running(), run.done().length, run.left()]).toEqual([false, 5, []]);
  });

  it('goes on past what is refused, and says what and why', async () => {
    const { run, settled } = byHand([...'abcd']);
    void run.go();
    await settled('a', problem('member.last_owner'));
    for (const item of 'bcd') await settled(item, 'done');
    expect(run.refused().map(({ item, problem: { code } }) => [item, code])).toEqual([['a', 'member.last_owner']]);
    expect([run.done().join(''), run.problem()]).toEqual(['bcd', null]);
  });

  it.each([
    ['nobody answers', problem('unreachable', 0)],
    ['nobody is signed in any more', problem('session.required', 401)],
    ['they did not prove that it is them', problem('reauthentication_required', 403)],
    ['it was too much at once', problem('rate_limit.exceeded', 429)],
  ])('halts where %s, loses nothing, and goes on under the same keys', async (_, why) => {
    const { run, open, settled, keys } = byHand([...'abcde']);
    void run.go();
    await settled('a', why);
    expect(run.running()).toBe(true); // two are still under way
    await settled('b', 'done');
    await settled('c', 'done');
    expect([run.running(), run.left().join(''), run.problem()]).toEqual([false, 'ade', why]);
    void run.go();
    expect([open(), run.problem()]).toEqual(['ade', null]);
    for (const item of 'ade') await settled(item, 'done');
    expect(run.answered()).toBe(5);
    const tried = keys.filter((key) => key.startsWith('a '));
    expect([tried.length, new Set(tried).size]).toEqual([2, 1]);
  });

  it('is stopped by hand: what is under way ends, nothing else begins', async () => {
    const { run, settled } = byHand([...'abcde']);
    void run.go();
    run.stop();
    for (const item of 'abc') await settled(item, 'done');
    expect([run.running(), run.left().join(''), run.problem()]).toEqual([false, 'de', null]);
  });

  it('begins once, however often it is told to', async () => {
    const { run, settled, keys } = byHand(['a']);
    void run.go();
    void run.go();
    await settled('a', 'done');
    expect(keys).toHaveLength(1);
  });
});
