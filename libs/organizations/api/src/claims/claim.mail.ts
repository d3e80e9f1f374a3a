import type { Locale } from '@smartpar/platform/contract';
import { defineMail } from '@smartpar/platform/mail';

/** What mails to the holders of claimed accounts say: who claims, by which domain, and whom to ask. */
export type ClaimMailFacts = {
  readonly organization: string;
  readonly domain: string;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
};

const PAGE = '/my/claims';

const whomToAsk = ({ contactName, contactEmail }: ClaimMailFacts, locale: Locale) =>
  contactName === null || contactEmail === null
    ? []
    : [{ label: locale === 'de' ? 'Fragen beantwortet' : 'Whom to ask', value: `${contactName}, ${contactEmail}` }];

const factsOf = (facts: ClaimMailFacts, locale: Locale) => [
  { label: locale === 'de' ? 'Organisation' : 'Organization', value: facts.organization },
  ...whomToAsk(facts, locale),
];

const FOOTER: Readonly<Record<Locale, string>> = {
  en: 'You get this mail because you sign in with an address of this domain.',
  de: 'Sie bekommen diese Mail, weil Sie sich mit einer Adresse dieser Domain anmelden.',
};

/** Somebody's account is claimed: what will change, whom to ask, and until when it can be moved. */
export const claimToldMail = defineMail<ClaimMailFacts & { readonly takesForceAt: string }>('organizations.claim-told', {
  en: (facts, { baseUrl, date }) => ({
    subject: `${facts.organization} will look after accounts at ${facts.domain}`,
    paragraphs: [
      `You sign in with an address at ${facts.domain}. ${facts.organization} has proved that this domain is theirs, and wants to look after the accounts that use it.`,
      `From ${date(facts.takesForceAt)} on you would be a member there: they answer your privacy questions about your work, and may change your sign-in address within ${facts.domain}. What you asked and did before stays where it was; they do not see it.`,
      'Is it a personal account? Until then you can move it to another address of yours, and nothing changes for you. If the address is your own, you can object.',
    ],
    action: { label: 'Stay, move or object', url: `${baseUrl}${PAGE}` },
    facts: factsOf(facts, 'en'),
    footer: FOOTER.en,
  }),
  de: (facts, { baseUrl, date }) => ({
    subject: `${facts.organization} will Konten mit ${facts.domain} betreuen`,
    paragraphs: [
      `Sie melden sich mit einer Adresse von ${facts.domain} an. ${facts.organization} hat nachgewiesen, dass diese Domain ihr gehört, und will die Konten betreuen, die sie benutzen.`,
      `Ab ${date(facts.takesForceAt)} wären Sie dort Mitglied: Die Organisation beantwortet Ihre Datenschutzfragen zur Arbeit und darf Ihre Anmeldeadresse innerhalb von ${facts.domain} ändern. Was Sie vorher gefragt und getan haben, bleibt, wo es war; die Organisation sieht es nicht.`,
      'Ist es ein persönliches Konto? Bis dahin können Sie es auf eine andere Adresse von Ihnen umziehen, dann ändert sich für Sie nichts. Gehört die Adresse Ihnen selbst, können Sie widersprechen.',
    ],
    action: { label: 'Bleiben, umziehen oder widersprechen', url: `${baseUrl}${PAGE}` },
    facts: factsOf(facts, 'de'),
    footer: FOOTER.de,
  }),
});

/** The claim has taken force for somebody. */
export const claimInForceMail = defineMail<ClaimMailFacts>('organizations.claim-in-force', {
  en: (facts, { baseUrl }) => ({
    subject: `${facts.organization} looks after your account now`,
    paragraphs: [
      `Your account at ${facts.domain} belongs to ${facts.organization} from today on: with your next sign-in you are a member there, and your privacy questions about your work go to them.`,
      'What you asked and did before stays where it was. Your password and your other ways to sign in stay yours.',
    ],
    action: { label: 'See who looks after your account', url: `${baseUrl}/my` },
    facts: factsOf(facts, 'en'),
    footer: FOOTER.en,
  }),
  de: (facts, { baseUrl }) => ({
    subject: `${facts.organization} betreut jetzt Ihr Konto`,
    paragraphs: [
      `Ihr Konto bei ${facts.domain} gehört ab heute zu ${facts.organization}: Mit der nächsten Anmeldung sind Sie dort Mitglied, und Ihre Datenschutzfragen zur Arbeit gehen dorthin.`,
      'Was Sie vorher gefragt und getan haben, bleibt, wo es war. Ihr Passwort und Ihre anderen Wege zur Anmeldung bleiben Ihre.',
    ],
    action: { label: 'Ansehen, wer Ihr Konto betreut', url: `${baseUrl}/my` },
    facts: factsOf(facts, 'de'),
    footer: FOOTER.de,
  }),
});

/** The claim has stopped, and nothing changes. */
export const claimStoppedMail = defineMail<ClaimMailFacts>('organizations.claim-stopped', {
  en: (facts, { baseUrl }) => ({
    subject: `Nothing changes for your account at ${facts.domain}`,
    paragraphs: [
      `We told you that ${facts.organization} would look after accounts at ${facts.domain}. That has been called off. Your account stays as it is, and you need not do anything.`,
    ],
    action: { label: 'See it in the app', url: `${baseUrl}${PAGE}` },
    footer: FOOTER.en,
  }),
  de: (facts, { baseUrl }) => ({
    subject: `Für Ihr Konto bei ${facts.domain} ändert sich nichts`,
    paragraphs: [
      `Wir hatten Ihnen geschrieben, dass ${facts.organization} Konten bei ${facts.domain} betreuen will. Das ist abgesagt. Ihr Konto bleibt, wie es ist, und Sie müssen nichts tun.`,
    ],
    action: { label: 'In der App ansehen', url: `${baseUrl}${PAGE}` },
    footer: FOOTER.de,
  }),
});

/** An objection was answered, by the organization or by SmartPAR's staff. */
export const objectionAnsweredMail = defineMail<ClaimMailFacts & { readonly accepted: boolean; readonly until: string; readonly byStaff: boolean }>(
  'organizations.objection-answered',
  {
    en: (facts, { baseUrl, date }) => ({
      subject: facts.accepted ? `Your account at ${facts.domain} is left alone` : `Your objection about ${facts.domain} was answered`,
      paragraphs: [
        `${facts.byStaff ? 'SmartPAR has decided' : `${facts.organization} has answered`}: ${
          facts.accepted
            ? 'your account stays yours alone, and nothing changes for you.'
            : `the claim goes on. You can still move your account to another address until ${date(facts.until)}; otherwise you are a member there from then on.`
        }`,
        'The reason stands beside the claim in the app.',
      ],
      action: { label: 'Read the reason', url: `${baseUrl}${PAGE}` },
      facts: factsOf(facts, 'en'),
      footer: FOOTER.en,
    }),
    de: (facts, { baseUrl, date }) => ({
      subject: facts.accepted ? `Ihr Konto bei ${facts.domain} bleibt in Ruhe` : `Ihr Widerspruch zu ${facts.domain} wurde beantwortet`,
      paragraphs: [
        `${facts.byStaff ? 'SmartPAR hat entschieden' : `${facts.organization} hat geantwortet`}: ${
          facts.accepted
            ? 'Ihr Konto bleibt allein Ihres, und für Sie ändert sich nichts.'
            : `Die Übernahme geht weiter. Bis ${date(facts.until)} können Sie Ihr Konto noch auf eine andere Adresse umziehen; sonst sind Sie von da an dort Mitglied.`
        }`,
        'Der Grund steht in der App bei der Übernahme.',
      ],
      action: { label: 'Den Grund lesen', url: `${baseUrl}${PAGE}` },
      facts: factsOf(facts, 'de'),
      footer: FOOTER.de,
    }),
  },
);

/** Somebody objects to a claim; to the privacy contact and to whoever may answer. */
export const objectionMadeMail = defineMail<{ readonly organizationId: string; readonly domain: string; readonly answerBy: string }>(
  'organizations.objection-made',
  {
    en: ({ organizationId, domain, answerBy }, { baseUrl, date }) => ({
      subject: `Somebody objects to your claim of accounts at ${domain}`,
      paragraphs: [
        `A person whose account you claim says that the address is their own. Please answer until ${date(answerBy)}; after that SmartPAR decides.`,
        'Until it is answered, nothing changes for this person.',
      ],
      action: { label: 'Read and answer', url: `${baseUrl}/org/${organizationId}/settings/objections` },
      facts: [{ label: 'Domain', value: domain }],
      footer: 'You get this mail because you answer for people’s accounts in your organization.',
    }),
    de: ({ organizationId, domain, answerBy }, { baseUrl, date }) => ({
      subject: `Jemand widerspricht Ihrer Übernahme von Konten bei ${domain}`,
      paragraphs: [
        `Ein Mensch, dessen Konto Sie übernehmen wollen, sagt, dass die Adresse ihm selbst gehört. Bitte antworten Sie bis ${date(answerBy)}; danach entscheidet SmartPAR.`,
        'Bis zur Antwort ändert sich für diesen Menschen nichts.',
      ],
      action: { label: 'Lesen und antworten', url: `${baseUrl}/org/${organizationId}/settings/objections` },
      facts: [{ label: 'Domain', value: domain }],
      footer: 'Sie bekommen diese Mail, weil Sie in Ihrer Organisation für Konten von Menschen verantwortlich sind.',
    }),
  },
);
