import { defineMail } from '@smartpar/platform/mail';

/** Facts of a mail to SmartPAR's staff: organization, age and state, never content or person. */
export type EscalationFacts = { readonly organization: string; readonly ageInDays: number; readonly state: string };

const STATES_EN: Readonly<Record<string, string>> = {
  received: 'nobody has begun',
  'in-progress': 'in progress',
  'waiting-for-person': 'waiting for the person',
};
const STATES_DE: Readonly<Record<string, string>> = { received: 'nicht begonnen', 'in-progress': 'in Arbeit', 'waiting-for-person': 'wartet auf die Person' };

/** A customer lets a privacy request lie. */
export const escalationMail = defineMail<EscalationFacts>('requests.escalation', {
  en: ({ organization, ageInDays, state }, { baseUrl }) => ({
    subject: `${organization} has an overdue privacy request`,
    paragraphs: [`A privacy request to ${organization} is past its date, and its owners have been told. Please reach out to them.`],
    action: { label: 'Open the overview', url: `${baseUrl}/oversight` },
    facts: [
      { label: 'Organization', value: organization },
      { label: 'Age', value: `${ageInDays} days` },
      { label: 'State', value: STATES_EN[state] ?? state },
    ],
    footer: 'You get this mail because you look after organizations at SmartPAR. Who asked and what they asked is not shown to staff.',
  }),
  de: ({ organization, ageInDays, state }, { baseUrl }) => ({
    subject: `${organization} hat eine überfällige Datenschutzanfrage`,
    paragraphs: [`Eine Datenschutzanfrage an ${organization} ist über ihre Frist hinaus, und die Inhaber wissen es. Bitte nehmen Sie Kontakt auf.`],
    action: { label: 'Übersicht öffnen', url: `${baseUrl}/oversight` },
    facts: [
      { label: 'Organisation', value: organization },
      { label: 'Alter', value: `${ageInDays} Tage` },
      { label: 'Zustand', value: STATES_DE[state] ?? state },
    ],
    footer: 'Sie bekommen diese Mail, weil Sie bei SmartPAR Organisationen betreuen. Wer gefragt hat und was, sehen die Beschäftigten nicht.',
  }),
});
