import { DatabaseError } from 'pg';
import { isBroken, isForeignKeyViolation, isUniqueViolation, withoutValues } from './database-error';

function failure(code: string, constraint?: string): DatabaseError {
  const error = new DatabaseError('refused', 0, 'error');
  error.code = code;
  error.constraint = constraint;
  error.detail = 'Key (email)=(mira@example.com) already exists.';
  error.where = 'COPY members, line 1: "mira@example.com"';
  return error;
}

it.each<[string, (error: unknown, constraint?: string) => boolean, string]>([
  ['a key that is there already', isUniqueViolation, '23505'],
  ['a key that leads nowhere', isForeignKeyViolation, '23503'],
])('knows %s', (_, knows, code) => {
  expect(knows(failure(code))).toBe(true);
  expect(knows(failure(code, 'members_email'), 'members_email')).toBe(true);
  expect(knows(failure(code, 'members_email'), 'members_phone')).toBe(false);
  expect(knows(failure('42P01'))).toBe(false);
  expect(knows(new Error('23505'))).toBe(false);
});

it.each<[string, Error, boolean]>([
  ['a violated key', failure('23505'), false],
  ['a statement that was cancelled', failure('57014'), false],
  ['a server that is stopped', failure('57P01'), true],
  ['a lost connection', failure('08006'), true],
  ['a plan whose table changed', failure('0A000'), true],
  ['a socket that broke', new Error('read ECONNRESET'), true],
])('knows whether a connection may be used again after %s', (_, error, broken) => {
  expect(isBroken(error)).toBe(broken);
});

it('takes out what quotes a row', () => {
  const error = withoutValues(failure('23505', 'members_email'));
  expect(JSON.stringify(error)).not.toContain('mira');
  expect(error).toMatchObject({ code: '23505', constraint: 'members_email' });
  expect(withoutValues('odd')).toEqual(new Error('odd'));
});
