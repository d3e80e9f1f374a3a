import { describeError, makeLog, NestLog } from './log';

function logInto(lines: string[]) {
  return makeLog({ level: 'debug', destination: { write: (line: string) => void lines.push(line) } });
}

describe('the log', () => {
  let lines: string[];
  beforeEach(() => (lines = []));
  const last = (): unknown => JSON.parse(lines.at(-1) ?? '{}');

  it('is one JSON object per line, with level and time', () => {
    logInto(lines).info({ requestId: 'r-1' }, 'answered');
    expect(last()).toEqual({ level: 'info', time: expect.stringMatching(/^\d{4}-/), requestId: 'r-1', msg: 'answered' });
  });

  it.each(['password', 'token', 'email', 'address', 'body', 'query', 'headers'])('blots out %s', (name) => {
    logInto(lines).info({ [name]: 'hunter2' }, 'x');
    expect(last()).toMatchObject({ [name]: '[redacted]' });
  });

  it('blots out what is one level further in', () => {
    logInto(lines).info({ member: { email: 'ada@example.com' } }, 'x');
    expect(lines.join('')).not.toContain('ada@');
  });

  it('takes lines of Nest, with where they come from', () => {
    new NestLog(logInto(lines)).warn('No route for ada@example.com', 'Router');
    expect(last()).toMatchObject({ level: 'warn', context: 'Router', msg: 'No route for [address]' });
  });

  it('takes errors of Nest', () => {
    new NestLog(logInto(lines)).error(new TypeError('broken'), 'at x (y.js)\nat z', 'Loop');
    expect(last()).toMatchObject({ level: 'error', context: 'Loop', err: { type: 'TypeError', message: 'broken' } });
  });

  it('takes the chatter of Nest for details', () => {
    const nest = new NestLog(logInto(lines));
    nest.log('started');
    nest.verbose('more');
    nest.debug('most');
    nest.fatal('gone');
    expect(lines.map((line) => (JSON.parse(line) as { level: string }).level)).toEqual(['debug', 'debug', 'fatal']);
  });
});

describe('an error in the log', () => {
  it('keeps what happened and where', () => {
    expect(describeError(new RangeError('too far'))).toMatchObject({ type: 'RangeError', message: 'too far', stack: expect.stringContaining('log.spec') });
  });

  it('leaves out rows and parameters of the database', () => {
    const error = Object.assign(new Error('duplicate key'), {
      code: '23505',
      constraint: 'members_email',
      detail: 'Key (email)=(ada@example.com)',
      parameters: ['hunter2'],
      query: 'insert',
    });
    const described = describeError(error);
    expect(described).toMatchObject({ code: '23505', constraint: 'members_email' });
    expect(JSON.stringify(described)).not.toMatch(/ada@|hunter2/);
  });

  it('blots out addresses in messages, stacks and causes', () => {
    const error = new Error('no mail to ada.lovelace+x@mail.example.co.uk', { cause: new Error('<grace@münchen.example> unknown') });
    expect(JSON.stringify(describeError(error))).not.toMatch(/lovelace|grace|münchen/);
  });

  it('does not follow causes without end', () => {
    const error = new Error('round');
    error.cause = error;
    expect(() => JSON.stringify(describeError(error))).not.toThrow();
  });

  it('does not repeat what is no error', () => {
    expect(describeError('ada@example.com')).toEqual({ type: 'string', message: 'Something that is not an error was thrown.' });
  });
});
