import fc from 'fast-check';
import { FIRST_MEMBER_NUMBER, mayAct, mayBecome, mayBeInvited, MEMBER_STATUSES, memberNumberText, type MemberStatus, parseMemberNumber } from './member';

describe('the states of a member', () => {
  it.each([
    ['invited', ['active', 'suspended', 'deactivated']],
    ['active', ['suspended', 'deactivated']],
    ['suspended', ['invited', 'active', 'deactivated']],
    ['deactivated', ['de-identified']],
    ['de-identified', []],
  ] as const)('from %s lead to %j', (from, to) => expect(MEMBER_STATUSES.filter((status) => mayBecome(from, status))).toEqual(to));

  it('let only an active member act', () => expect(MEMBER_STATUSES.filter(mayAct)).toEqual(['active']));
});

describe('a member number', () => {
  it('is read as it is written', () => {
    fc.assert(fc.property(fc.integer({ min: FIRST_MEMBER_NUMBER, max: 999_999_999 }), (number) => parseMemberNumber(memberNumberText(number)) === number));
  });

  it.each([
    ['M-10422', 10_422],
    [' m10422 ', 10_422],
    ['10422', 10_422],
    ['M-1', null],
    ['M--10422', null],
    ['X-10422', null],
    ['M-10422x', null],
    ['', null],
    ['M-12345678901', null],
  ])('typed as "%s" is %s', (typed, number) => expect(parseMemberNumber(typed)).toBe(number));
});

describe('an invitation may be sent', () => {
  it.each<[MemberStatus, boolean, boolean]>([
    ['invited', false, true],
    ['active', false, true],
    ['active', true, false],
    ['suspended', false, false],
    ['deactivated', false, false],
  ])('to a member who is %s and signs in: %s -> %s', (status, signsIn, may) => expect(mayBeInvited(status, signsIn)).toBe(may));
});
