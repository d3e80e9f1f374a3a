import { newId } from '@smartpar/kernel';
import fc from 'fast-check';
import { makeToken, presentedToken, sameHash } from './token-text';

const ids = fc.uuid({ version: 7 });

describe('the text of a token', () => {
  it('says whose it is and which one, and proves it', () => {
    fc.assert(
      fc.property(ids, ids, (organizationId, id) => {
        const { text, hash, hint } = makeToken(organizationId, id);
        expect(presentedToken(`Bearer ${text}`)).toEqual({ organizationId, id, hash });
        expect(text.endsWith(hint)).toBe(true);
      }),
    );
  });

  it('is another one each time', () => {
    const [organizationId, id] = [newId(), newId()];
    expect(sameHash(makeToken(organizationId, id).hash, makeToken(organizationId, id).hash)).toBe(false);
  });

  const { text } = makeToken(newId(), newId());

  it.each([undefined, '', 'Bearer', text, `Basic ${text}`, `Bearer ${text} more`, `Bearer ${text}x`, `Bearer ${text.slice(0, -1)}`, 'Bearer spt_a.b'])(
    'is not in %j',
    (authorization) => expect(presentedToken(authorization)).toBeNull(),
  );

  it('is read whatever the case of the scheme', () => {
    expect(presentedToken(`bearer ${text}`)).not.toBeNull();
  });
});
