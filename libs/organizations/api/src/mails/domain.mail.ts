import { defineMail } from '@smartpar/platform/mail';

/** Facts of a mail about a domain: whose, which, and a moment. */
export type DomainMailFacts = { readonly organizationId: string; readonly domain: string; readonly at: string };

const pageOf = (baseUrl: string, organizationId: string): string => `${baseUrl}/org/${organizationId}/settings/domains`;

/** The proof of a domain is missing, and will be lost. */
export const domainFailingMail = defineMail<DomainMailFacts>('organizations.domain-failing', {
  en: ({ organizationId, domain, at }, { baseUrl, date }) => ({
    subject: `The proof for ${domain} is missing`,
    paragraphs: [
      `We look every day whether ${domain} is still yours. Today we did not find the proof.`,
      `Nothing changes for people who ask: their questions still come to you. If the proof stays missing, the domain no longer counts as yours from ${date(at)} on. Accounts cannot be claimed by it until the proof is back.`,
    ],
    action: { label: 'See what to publish', url: pageOf(baseUrl, organizationId) },
    facts: [{ label: 'Domain', value: domain }],
    footer: 'You get this mail because you look after the domains of your organization.',
  }),
  de: ({ organizationId, domain, at }, { baseUrl, date }) => ({
    subject: `Der Nachweis für ${domain} fehlt`,
    paragraphs: [
      `Wir sehen jeden Tag nach, ob ${domain} noch Ihnen gehört. Heute haben wir den Nachweis nicht gefunden.`,
      `Für Menschen, die fragen, ändert sich nichts: Ihre Fragen kommen weiter zu Ihnen. Fehlt der Nachweis länger, gilt die Domain ab ${date(at)} nicht mehr als Ihre. Konten können Sie damit erst wieder übernehmen, wenn der Nachweis zurück ist.`,
    ],
    action: { label: 'Ansehen, was zu veröffentlichen ist', url: pageOf(baseUrl, organizationId) },
    facts: [{ label: 'Domain', value: domain }],
    footer: 'Sie bekommen diese Mail, weil Sie sich um die Domains Ihrer Organisation kümmern.',
  }),
});

/** The proof of a domain is lost. */
export const domainLostMail = defineMail<DomainMailFacts>('organizations.domain-lost', {
  en: ({ organizationId, domain }, { baseUrl }) => ({
    subject: `${domain} no longer counts as yours`,
    paragraphs: [
      `The proof for ${domain} has been missing for days. Somebody else may own the domain by now, so it no longer counts as yours.`,
      'Whoever asks with an address there is no longer directed to you, unless they are your member. A claim of accounts that was running has stopped, and nothing changed for these people. Your members stay your members.',
    ],
    action: { label: 'Prove it again', url: pageOf(baseUrl, organizationId) },
    facts: [{ label: 'Domain', value: domain }],
    footer: 'You get this mail because you look after the domains of your organization.',
  }),
  de: ({ organizationId, domain }, { baseUrl }) => ({
    subject: `${domain} gilt nicht mehr als Ihre Domain`,
    paragraphs: [
      `Der Nachweis für ${domain} fehlt seit Tagen. Die Domain kann inzwischen jemand anderem gehören, darum gilt sie nicht mehr als Ihre.`,
      'Wer mit einer Adresse dort fragt, wird nicht mehr zu Ihnen geleitet, außer er ist Ihr Mitglied. Eine laufende Übernahme von Konten ist beendet, und für diese Menschen hat sich nichts geändert. Ihre Mitglieder bleiben Ihre Mitglieder.',
    ],
    action: { label: 'Neu nachweisen', url: pageOf(baseUrl, organizationId) },
    facts: [{ label: 'Domain', value: domain }],
    footer: 'Sie bekommen diese Mail, weil Sie sich um die Domains Ihrer Organisation kümmern.',
  }),
});
