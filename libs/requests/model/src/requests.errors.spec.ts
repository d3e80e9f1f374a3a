import { DomainError } from '@smartpar/kernel';
import * as errors from './requests.errors';

const ALL: readonly (readonly [string, DomainError])[] = [
  ...[
    errors.alreadyAnswered,
    errors.notAnswered,
    errors.notWaiting,
    errors.pauseNotAllowed,
    errors.notAssignable,
    errors.unknownMember,
    errors.nothingToHandOver,
  ],
  ...[errors.requestFull, errors.tooManyMessages, errors.tooManyTemplates, errors.badLink, errors.linkExpired, errors.linkUsed, errors.choiceNeeded],
].map((make) => [make().code, make()]);

describe('what is refused', () => {
  it('has a code of its own each', () => {
    expect(new Set(ALL.map(([code]) => code)).size).toBe(ALL.length);
  });

  it.each(ALL)('%s says in a whole sentence what to do', (code, error) => {
    expect(error).toBeInstanceOf(DomainError);
    expect(code).toMatch(/^(request|link|question|template)\.[a-z_]+$/);
    expect(error.status).toBeGreaterThanOrEqual(400);
    expect(error.status).toBeLessThan(500);
    expect(error.message).toMatch(/^[A-Z].{20,}\.$/);
    for (const { field, message } of error.fields) expect([field, message]).toEqual([expect.stringMatching(/^[a-zA-Z]+$/), expect.stringMatching(/\.$/)]);
  });

  it('for a while says for how long', () => {
    expect(errors.tooManyMessages().retryAfterSeconds).toBe(86_400);
  });

  it('loses nothing that was typed, and says so', () => {
    for (const error of [errors.linkExpired(), errors.tooManyMessages()]) expect(error.message).toMatch(/kept|still here/);
  });
});
