import fc from 'fast-check';
import { QUESTION_CONCERNS } from './request-kind';
import { decideRoute, type QuestionFacts, type RouteDecision } from './route-question';

const organization = (name: string) => ({ organizationId: name.toLowerCase(), name });
const membership = (name: string) => ({ ...organization(name), memberId: `member of ${name}` });
const DIRECT = organization('SmartPAR');
const facts = (rest: Partial<QuestionFacts> = {}): QuestionFacts => ({
  proved: true,
  domainOrganization: null,
  memberships: [],
  typedOrganization: null,
  directUsers: DIRECT,
  concerns: 'unsure',
  chosen: null,
  ...rest,
});
const words = (decision: RouteDecision): string =>
  decision.kind === 'choice'
    ? `choose ${decision.choices.map(({ name }) => name).join(' or ')}`
    : `${decision.routes.map(({ name, part, memberId }) => `${name} (${part}${memberId === null ? '' : ', member'})`).join(' and ')}${decision.nameable ? ', named' : ''}`;
const decide = (rest: Partial<QuestionFacts>) => words(decideRoute(facts(rest)));

describe('where a proved question goes', () => {
  it.each<[string, Partial<QuestionFacts>, string]>([
    ['to the organization of the domain', { domainOrganization: organization('Acme') }, 'Acme (whole), named'],
    ['to the domain, knowing the member', { domainOrganization: organization('Acme'), memberships: [membership('Acme')] }, 'Acme (whole, member), named'],
    ['to the only membership', { memberships: [membership('Acme')] }, 'Acme (whole, member), named'],
    ['to whichever the person says', { memberships: [membership('Acme'), membership('Beta')] }, 'choose Acme or Beta'],
    ['to the one chosen', { memberships: [membership('Acme'), membership('Beta')], chosen: 'beta' }, 'Beta (whole, member), named'],
    ['nowhere that was not offered', { memberships: [membership('Acme'), membership('Beta')], chosen: 'gamma' }, 'choose Acme or Beta'],
    ['to a choice, the domain first', { domainOrganization: organization('Acme'), memberships: [membership('Beta')] }, 'choose Acme or Beta'],
    [
      'to the organization alone where two members have had the address: which of them asks is not known from it',
      { memberships: [membership('Acme'), { ...membership('Acme'), memberId: 'another' }] },
      'Acme (whole), named',
    ],
    ['to SmartPAR where nothing matches', { typedOrganization: 'Acme' }, 'SmartPAR (whole), named'],
    ['to SmartPAR where it asks about SmartPAR', { memberships: [membership('Acme')], concerns: 'smartpar' }, 'SmartPAR (whole), named'],
    ['to both, split', { memberships: [membership('Acme')], concerns: 'both' }, 'Acme (organization, member) and SmartPAR (smartpar), named'],
    ['to SmartPAR once where both sides are SmartPAR', { concerns: 'both' }, 'SmartPAR (whole), named'],
  ])('%s', (_, given, expected) => {
    expect(decide(given)).toBe(expected);
  });
});

describe('where an unproved question goes', () => {
  it.each<[string, Partial<QuestionFacts>, string]>([
    ['to the domain before any membership', { domainOrganization: organization('Acme'), memberships: [membership('Beta')] }, 'Acme (whole)'],
    ['to the only membership', { memberships: [membership('Acme')] }, 'Acme (whole)'],
    ['to the membership that was typed', { memberships: [membership('Acme'), membership('Beta GmbH')], typedOrganization: 'beta' }, 'Beta GmbH (whole)'],
    ['to SmartPAR where several match and none was typed', { memberships: [membership('Acme'), membership('Beta')] }, 'SmartPAR (whole)'],
    [
      'to SmartPAR where what was typed fits two',
      { memberships: [membership('Acme Ltd'), membership('Acme Inc')], typedOrganization: 'Acme' },
      'SmartPAR (whole)',
    ],
    [
      'to the membership that was typed, also where two members there have had the address',
      { memberships: [membership('Acme'), { ...membership('Acme'), memberId: 'another' }, membership('Beta')], typedOrganization: 'acme' },
      'Acme (whole)',
    ],
    ['not to an organization merely typed', { typedOrganization: 'Acme' }, 'SmartPAR (whole)'],
    ['to nobody chosen', { memberships: [membership('Acme'), membership('Beta')], chosen: 'acme' }, 'SmartPAR (whole)'],
    ['in two parts also where both go to SmartPAR', { concerns: 'both' }, 'SmartPAR (organization) and SmartPAR (smartpar)'],
  ])('%s', (_, given, expected) => {
    expect(decide({ ...given, proved: false })).toBe(expected);
  });

  it('never asks, never names anybody, never knows the member, and has as many parts whatever matches', () => {
    const name = fc.constantFrom('Acme', 'Beta', 'Gamma');
    fc.assert(
      fc.property(fc.option(name), fc.uniqueArray(name), fc.option(name), fc.constantFrom(...QUESTION_CONCERNS), (domain, members, typed, concerns) => {
        const decision = decideRoute(
          facts({
            proved: false,
            domainOrganization: domain === null ? null : organization(domain),
            memberships: members.map(membership),
            typedOrganization: typed,
            concerns,
          }),
        );
        const stranger = decideRoute(facts({ proved: false, concerns }));
        if (decision.kind !== 'decided' || stranger.kind !== 'decided') throw new Error('an unproved question is always decided');
        expect(decision.nameable).toBe(false);
        expect(decision.routes.map(({ memberId }) => memberId).filter((id) => id !== null)).toEqual([]);
        expect(decision.routes.map(({ part }) => part)).toEqual(stranger.routes.map(({ part }) => part));
      }),
    );
  });
});
