import { LOCALES } from '@smartpar/platform/contract';
import { asHtml, asText, type LetterContext } from '@smartpar/platform/mail';
import { claimInForceMail, claimStoppedMail, claimToldMail, objectionAnsweredMail, objectionMadeMail } from '../claims/claim.mail';
import { caseOpenedMail, disputeDecidedMail, disputeOpenedMail } from '../claims/dispute.mail';
import { domainFailingMail, domainLostMail } from './domain.mail';
import { organizationsMails } from './organizations-mails';

const DOMAIN = { organizationId: 'o1', domain: 'larkspur.example', at: '2026-03-05T09:00:00Z' };
const CLAIM = { organization: 'Larkspur Ltd', domain: 'larkspur.example', contactName: 'Hazel', contactEmail: 'privacy@larkspur.example' };
const UNTIL = { ...CLAIM, until: '2026-03-16T09:00:00Z' };

describe.each(LOCALES)('mails about domains and claims (%s)', (locale) => {
  const context: LetterContext = { locale, baseUrl: 'https://privacy.example', link: () => '', date: (iso) => iso.slice(0, 10) };
  const letters = {
    failing: domainFailingMail.letter(DOMAIN, context),
    lost: domainLostMail.letter(DOMAIN, context),
    told: claimToldMail.letter({ ...CLAIM, takesForceAt: '2026-03-16T09:00:00Z' }, context),
    inForce: claimInForceMail.letter(CLAIM, context),
    stopped: claimStoppedMail.letter(CLAIM, context),
    objection: objectionMadeMail.letter({ organizationId: 'o1', domain: 'larkspur.example', answerBy: '2026-03-17T09:00:00Z' }, context),
    accepted: objectionAnsweredMail.letter({ ...UNTIL, accepted: true, byStaff: false }, context),
    refused: objectionAnsweredMail.letter({ ...UNTIL, accepted: false, byStaff: false }, context),
    decided: objectionAnsweredMail.letter({ ...UNTIL, accepted: true, byStaff: true }, context),
    disputed: disputeOpenedMail.letter({ organizationId: 'o1', domain: 'larkspur.example' }, context),
    kept: disputeDecidedMail.letter({ organizationId: 'o1', domain: 'larkspur.example', takenAway: false }, context),
    taken: disputeDecidedMail.letter({ organizationId: 'o1', domain: 'larkspur.example', takenAway: true }, context),
    aboutDomain: caseOpenedMail.letter({ domain: 'larkspur.example', kind: 'domain' }, context),
    aboutAccount: caseOpenedMail.letter({ domain: 'larkspur.example', kind: 'objection' }, context),
  };

  it.each(Object.entries(letters))('%s: says what happened, what to press and why it came, without shouting', (_, letter) => {
    expect(asText(letter)).toContain('larkspur.example');
    expect(letter.action?.url).toMatch(/^https:\/\/privacy\.example\//);
    expect(letter.footer).toMatch(/\S/);
    expect(asText(letter)).not.toMatch(/!|undefined|null/);
    expect(asHtml(letter, locale)).toContain(`lang="${locale}"`);
  });

  it('people are told who claims, whom to ask and until when', () => {
    for (const words of ['Larkspur Ltd', 'Hazel, privacy@larkspur.example', '2026-03-16']) expect(asText(letters.told)).toContain(words);
    expect(asText(claimToldMail.letter({ ...CLAIM, contactName: null, contactEmail: null, takesForceAt: '2026-03-16T09:00:00Z' }, context))).not.toContain(
      'null',
    );
  });

  it('different things sound different', () => {
    expect(new Set([letters.accepted, letters.refused, letters.decided].map(asText)).size).toBe(3);
    expect(new Set([letters.kept, letters.taken].map(asText)).size).toBe(2);
    expect(new Set([letters.aboutDomain, letters.aboutAccount].map(asText)).size).toBe(2);
  });
});

it('every mail is known under a name of its own', () => {
  const names = organizationsMails.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toHaveLength(10);
});
