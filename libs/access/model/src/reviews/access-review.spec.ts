import fc from 'fast-check';
import { defineAbility, subject } from '../ability';
import { type MemberActor, ORGANIZATION_ROLES, type Role } from '../actor';
import {
  askedOf,
  endOfItem,
  type ItemToReview,
  obstacleToConfirm,
  obstacleToReview,
  PANEL_PARTS,
  type Panelist,
  REVIEW_SILENCES,
  REVIEW_VERDICTS,
} from './access-review';
import { accessReviewAccess } from './access-review.access';
import { answeringReview, confirmingReview, startingReview } from './access-review.contract';

const ID = '018f3c5e-7a4b-7c6d-8e9f-0a1b2c3d4e5f';
const other = (end: string): string => ID.slice(0, -1) + end;

const open: ItemToReview = { concerned: [], verdict: null, decidedBy: null, confirmed: null };
const panel: readonly Panelist[] = [
  { memberId: 'rita', part: 'reviewer', able: true },
  { memberId: 'fred', part: 'fallback', able: true },
  { memberId: 'cora', part: 'confirmer', able: true },
];

describe('answering', () => {
  it('is for reviewers, and never about what one holds', () => {
    expect(obstacleToReview(open, panel, 'rita')).toBeNull();
    expect(obstacleToReview({ ...open, concerned: ['rita'] }, panel, 'rita')).toBe('own');
    expect(obstacleToReview(open, panel, 'cora')).toBe('not-asked');
    expect(obstacleToReview(open, panel, 'anybody')).toBe('not-asked');
  });

  it('is for the fallback where no reviewer can', () => {
    expect(obstacleToReview(open, panel, 'fred')).toBe('others-first');
    expect(obstacleToReview({ ...open, concerned: ['rita'] }, panel, 'fred')).toBeNull();
    expect(obstacleToReview(open, [{ memberId: 'rita', part: 'reviewer', able: false }, ...panel.slice(1)], 'fred')).toBeNull();
  });

  it('is nothing for whoever of the panel is kept from others’ data', () => {
    const stopped = panel.map((one) => ({ ...one, able: false }));
    expect(stopped.map(({ memberId }) => obstacleToReview(open, stopped, memberId))).toEqual(['not-asked', 'not-asked', 'not-asked']);
    const said: ItemToReview = { ...open, verdict: 'revoke', decidedBy: 'x' };
    expect(stopped.map(({ memberId }) => obstacleToConfirm(said, stopped, memberId))).toEqual(['not-asked', 'not-asked', 'not-asked']);
    expect([askedOf(panel), askedOf(stopped)]).toEqual([['rita', 'fred', 'cora'], []]);
  });

  it('may be changed until a second person has spoken', () => {
    const said: ItemToReview = { ...open, verdict: 'revoke', decidedBy: 'rita' };
    expect(obstacleToReview(said, panel, 'rita')).toBeNull();
    expect(obstacleToReview({ ...said, confirmed: false }, panel, 'rita')).toBe('settled');
  });
});

describe('confirming', () => {
  const said: ItemToReview = { ...open, verdict: 'revoke', decidedBy: 'rita' };

  it('is for a second person, about what is to go and nothing else', () => {
    expect(obstacleToConfirm(said, panel, 'cora')).toBeNull();
    expect(obstacleToConfirm({ ...said, verdict: 'keep' }, panel, 'cora')).toBe('settled');
    expect(obstacleToConfirm({ ...said, confirmed: true }, panel, 'cora')).toBe('settled');
    expect(obstacleToConfirm(said, panel, 'rita')).toBe('not-asked');
    expect(obstacleToConfirm({ ...said, concerned: ['cora'] }, panel, 'cora')).toBe('own');
  });

  it('is for the fallback where no confirmer can, but not of what the fallback said', () => {
    expect(obstacleToConfirm(said, panel, 'fred')).toBe('others-first');
    expect(obstacleToConfirm({ ...said, concerned: ['cora'] }, panel, 'fred')).toBeNull();
    expect(obstacleToConfirm({ ...said, concerned: ['cora'], decidedBy: 'fred' }, panel, 'fred')).toBe('same-person');
  });
});

const someItem = fc.record({
  concerned: fc.subarray(['a', 'b', 'c', 'd']),
  verdict: fc.option(fc.constantFrom(...REVIEW_VERDICTS), { nil: null }),
  decidedBy: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: null }),
  confirmed: fc.option(fc.boolean(), { nil: null }),
});
const somePanel = fc.uniqueArray(fc.record({ memberId: fc.constantFrom('a', 'b', 'c', 'd'), part: fc.constantFrom(...PANEL_PARTS), able: fc.boolean() }), {
  selector: ({ memberId }) => memberId,
});

describe('whatever the panel and whatever was said', () => {
  it('nobody answers for what they hold, confirms what they said, or speaks unasked', () => {
    fc.assert(
      fc.property(someItem, somePanel, fc.constantFrom('a', 'b', 'c', 'd', 'stranger'), (item, people, who) => {
        const asked = people.some(({ memberId, able }) => able && memberId === who);
        if (obstacleToReview(item, people, who) === null) {
          expect(asked && !item.concerned.includes(who)).toBe(true);
        }
        if (obstacleToConfirm(item, people, who) === null) {
          expect(asked && !item.concerned.includes(who) && item.decidedBy !== who).toBe(true);
        }
      }),
    );
  });

  it('somebody can answer as long as anybody of the panel who may is there', () => {
    fc.assert(
      fc.property(someItem, somePanel, (item, people) => {
        const able = people.filter((one) => one.able && one.part !== 'confirmer' && !item.concerned.includes(one.memberId));
        fc.pre(able.length > 0 && item.confirmed === null);
        expect(able.some(({ memberId }) => obstacleToReview(item, people, memberId) === null)).toBe(true);
      }),
    );
  });

  it('nothing that was not answered for stays where silence revokes, and nothing goes by silence where it keeps', () => {
    fc.assert(
      fc.property(someItem, fc.constantFrom(...REVIEW_SILENCES), fc.constantFrom<1 | 2>(1, 2), (item, silence, stages) => {
        const { deed, cause } = endOfItem(item, { silence, stages });
        const open = item.verdict === null || (item.verdict === 'revoke' && stages === 2 && item.confirmed === null);
        if (open) expect(deed).toBe(silence === 'revokes' ? 'revoke' : 'keep');
        else expect(['decided', 'overruled']).toContain(cause);
        if (deed === 'revoke' && stages === 2 && cause === 'decided') expect(item.confirmed).toBe(true);
      }),
    );
  });
});

const member = (...roles: Role[]): MemberActor => ({ kind: 'member', accountId: 'a', organizationId: 'o', memberId: 'm', roles, grants: [], oversight: false });
const may = (actor: MemberActor, action: string, people: string[]) =>
  defineAbility(actor, [accessReviewAccess]).can(action, subject('access-review', { panel: people }));

describe('who may do what with a review', () => {
  it('whoever was asked reads it and answers in it, whatever role they hold', () => {
    expect([may(member(), 'read', ['m']), may(member(), 'answer', ['m'])]).toEqual([true, true]);
    expect([may(member(), 'read', ['x']), may(member('owner'), 'answer', ['x'])]).toEqual([false, false]);
  });

  it('owners start and stop; those who answer for privacy and those who check read', () => {
    const allowed = (action: string) => ORGANIZATION_ROLES.filter((role) => may(member(role), action, []));
    expect(allowed('start')).toEqual(['owner']);
    expect(allowed('stop')).toEqual(['owner']);
    expect(allowed('read')).toEqual(['owner', 'privacy-officer', 'auditor']);
  });
});

describe('what a review is asked for with', () => {
  const wish = { covers: ['roles'], scope: { kind: 'all' }, reviewers: [ID], fallbacks: [other('e')], dueAt: '2026-12-24T12:00:00Z' };

  it('silence revokes and one answer is enough, where nothing else is said', () => {
    expect(startingReview.parse(wish)).toMatchObject({ silence: 'revokes', confirmers: [] });
  });

  it.each([
    ['nobody to review', { reviewers: [] }],
    ['no fallback', { fallbacks: [] }],
    ['somebody twice', { fallbacks: [ID] }],
    ['nothing to look at', { covers: [] }],
    ['the same thing twice', { covers: ['roles', 'roles'] }],
    ['a scope of no kind', { scope: { kind: 'moon' } }],
    ['a role that is none', { scope: { kind: 'role', role: 'emperor' } }],
    ['an end that is no moment', { dueAt: 'soon' }],
    ['something nobody asked for', { extra: 1 }],
  ])('%s is refused', (_, change) => {
    expect(startingReview.safeParse({ ...wish, ...change }).success).toBe(false);
  });

  const answer = { items: [1], verdict: 'keep', reason: 'They still look after it.' };

  it.each([
    ['no place', { items: [] }],
    ['a place before the first', { items: [0] }],
    ['a place beyond all lists', { items: [1e12] }],
    ['half a place', { items: [1.5] }],
    ['a place twice', { items: [1, 1] }],
    ['more places than at once', { items: Array.from({ length: 201 }, (_, index) => index + 1) }],
    ['no reason', { reason: '' }],
    ['less of nothing', { verdict: 'reduce' }],
    ['less where all is kept', { less: { onReveal: true } }],
    ['less of two kinds', { verdict: 'reduce', less: { site: ID, group: ID } }],
  ])('an answer with %s is refused', (_, change) => {
    expect(answeringReview.safeParse({ ...answer, ...change }).success).toBe(false);
  });

  it('a second answer says yes or no, and why', () => {
    expect(confirmingReview.safeParse({ items: [1], confirmed: true, reason: 'Yes, they left the team.' }).success).toBe(true);
    expect(confirmingReview.safeParse({ items: [1], confirmed: 'yes', reason: 'Yes, they left the team.' }).success).toBe(false);
  });
});
