import type { Role } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';
import { defineMail } from '@smartpar/platform/mail';

/** Facts of a mail about entry to an organization. */
export type EntryFacts = { readonly organization: string };

/** Facts of a mail about a role. */
export type RoleFacts = { readonly organization: string; readonly role: Role };

/** Why somebody gets such a mail. */
export const FOOTER: Readonly<Record<Locale, (organization: string) => string>> = {
  en: (organization) => `You get this mail because you are a member of ${organization}. If it surprises you, ask ${organization}.`,
  de: (organization) => `Sie bekommen diese Mail, weil Sie Mitglied von ${organization} sind. Wenn sie Sie überrascht, fragen Sie ${organization}.`,
};

/** A member may not enter the organization for now. */
export const suspendedMail = defineMail<EntryFacts>('members.suspended', {
  en: ({ organization }) => ({
    subject: `Your access to ${organization} is suspended`,
    paragraphs: [
      `${organization} has suspended your access. You can no longer enter there. Your account and any other organization you belong to are not touched.`,
      'Your privacy questions stay open and are answered; the private link in the mail about each of them still works.',
    ],
    footer: FOOTER.en(organization),
  }),
  de: ({ organization }) => ({
    subject: `Ihr Zugang zu ${organization} ist gesperrt`,
    paragraphs: [
      `${organization} hat Ihren Zugang gesperrt. Dort kommen Sie nicht mehr hinein. Ihr Konto und andere Organisationen, zu denen Sie gehören, sind davon nicht berührt.`,
      'Ihre Datenschutzfragen bleiben offen und werden beantwortet; der private Link in der Mail zu jeder von ihnen gilt weiter.',
    ],
    footer: FOOTER.de(organization),
  }),
});

/** A member may enter the organization again. */
export const reactivatedMail = defineMail<EntryFacts>('members.reactivated', {
  en: ({ organization }, { baseUrl }) => ({
    subject: `You have access to ${organization} again`,
    paragraphs: [`${organization} has given you access again. Sign in as before.`],
    action: { label: 'Sign in', url: `${baseUrl}/sign-in` },
    footer: FOOTER.en(organization),
  }),
  de: ({ organization }, { baseUrl }) => ({
    subject: `Sie haben wieder Zugang zu ${organization}`,
    paragraphs: [`${organization} hat Ihnen wieder Zugang gegeben. Melden Sie sich an wie zuvor.`],
    action: { label: 'Anmelden', url: `${baseUrl}/sign-in` },
    footer: FOOTER.de(organization),
  }),
});

/** The names of the built-in roles. */
export const ROLE_NAMES: Readonly<Record<Role, Readonly<Record<Locale, string>>>> = {
  owner: { en: 'Owner', de: 'Eigentümer' },
  'user-administrator': { en: 'User administrator', de: 'Kontenverwaltung' },
  'privacy-officer': { en: 'Privacy officer', de: 'Datenschutzbeauftragte Person' },
  helpdesk: { en: 'Helpdesk', de: 'Helpdesk' },
  auditor: { en: 'Auditor', de: 'Prüfung' },
  'works-council': { en: 'Works council', de: 'Betriebsrat' },
  support: { en: 'Support', de: 'Support' },
  'privacy-counsel': { en: 'Privacy counsel', de: 'Datenschutz-Rechtsberatung' },
  security: { en: 'Security', de: 'Sicherheit' },
  'platform-operator': { en: 'Platform operator', de: 'Plattformbetrieb' },
};

/** A member may do more in the organization. */
export const roleGivenMail = defineMail<RoleFacts>('members.role-given', {
  en: ({ organization, role }) => ({
    subject: `You have another role in ${organization}`,
    paragraphs: [`${organization} has given you the role “${ROLE_NAMES[role].en}”. What it lets you do is there the next time you open a page.`],
    footer: FOOTER.en(organization),
  }),
  de: ({ organization, role }) => ({
    subject: `Sie haben eine weitere Rolle in ${organization}`,
    paragraphs: [`${organization} hat Ihnen die Rolle „${ROLE_NAMES[role].de}“ gegeben. Was Sie damit können, ist da, sobald Sie eine Seite öffnen.`],
    footer: FOOTER.de(organization),
  }),
});

/** A member may do less in the organization. */
export const roleTakenMail = defineMail<RoleFacts>('members.role-taken', {
  en: ({ organization, role }) => ({
    subject: `You no longer have a role in ${organization}`,
    paragraphs: [`${organization} has taken the role “${ROLE_NAMES[role].en}” from you.`],
    footer: FOOTER.en(organization),
  }),
  de: ({ organization, role }) => ({
    subject: `Sie haben eine Rolle in ${organization} nicht mehr`,
    paragraphs: [`${organization} hat Ihnen die Rolle „${ROLE_NAMES[role].de}“ genommen.`],
    footer: FOOTER.de(organization),
  }),
});
