import { statementName, textPer } from './statement-name';

it('names a text always the same, and two texts never', () => {
  const connection = {};
  const names = ['select 1', 'select 2', 'select 1'].map((text) => statementName(connection, text));
  expect(names[0]).toBe(names[2]);
  expect(names[0]).not.toBe(names[1]);
});

it('stops naming before a connection would hold too many, and keeps those it gave; another one has names of its own', () => {
  const connection = {};
  const first = statementName(connection, 'select first');
  for (let n = 0; n < 1000; n += 1) statementName(connection, `select many ${n}`);
  expect(statementName(connection, 'select one too many')).toBeUndefined();
  expect(statementName(connection, 'select first')).toBe(first);
  expect(statementName({}, 'select one too many')).toBeDefined();
});

describe('a text for each condition', () => {
  it('is put together once', () => {
    const asked: string[] = [];
    const textOf = textPer((condition) => {
      asked.push(condition);
      return `select 1 where ${condition}`;
    });
    expect([textOf('a'), textOf('b'), textOf('a')]).toEqual(['select 1 where a', 'select 1 where b', 'select 1 where a']);
    expect(asked).toEqual(['a', 'b']);
  });
});
