import type { CaseKind } from '@smartpar/organizations/model';
import { defineMail } from '@smartpar/platform/mail';

/** Facts of a mail to one side of a dispute: the other side is not named. */
export type DisputeMailFacts = { readonly organizationId: string; readonly domain: string };

const pageOf = (baseUrl: string, organizationId: string): string => `${baseUrl}/org/${organizationId}/settings/domains`;

/** A domain an organization has proved is disputed. */
export const disputeOpenedMail = defineMail<DisputeMailFacts>('organizations.dispute-opened', {
  en: ({ organizationId, domain }, { baseUrl }) => ({
    subject: `Somebody says that ${domain} is theirs`,
    paragraphs: [
      `Another organization has published a proof for ${domain} too, and asks SmartPAR to decide whose it is. Until then nothing changes: the domain counts as yours.`,
      'Look whether your proof is still published, and whether the domain is still registered in your name.',
    ],
    action: { label: 'See your domains', url: pageOf(baseUrl, organizationId) },
    facts: [{ label: 'Domain', value: domain }],
    footer: 'You get this mail because you look after the domains of your organization.',
  }),
  de: ({ organizationId, domain }, { baseUrl }) => ({
    subject: `Jemand sagt, dass ihm ${domain} gehört`,
    paragraphs: [
      `Eine andere Organisation hat auch einen Nachweis für ${domain} veröffentlicht und bittet SmartPAR zu entscheiden, wem die Domain gehört. Bis dahin ändert sich nichts: Sie gilt als Ihre.`,
      'Sehen Sie nach, ob Ihr Nachweis noch veröffentlicht ist und ob die Domain noch auf Ihren Namen registriert ist.',
    ],
    action: { label: 'Ihre Domains ansehen', url: pageOf(baseUrl, organizationId) },
    facts: [{ label: 'Domain', value: domain }],
    footer: 'Sie bekommen diese Mail, weil Sie sich um die Domains Ihrer Organisation kümmern.',
  }),
});

/** SmartPAR has decided whose a domain is. */
export const disputeDecidedMail = defineMail<DisputeMailFacts & { readonly takenAway: boolean }>('organizations.dispute-decided', {
  en: ({ organizationId, domain, takenAway }, { baseUrl }) => ({
    subject: `SmartPAR has decided about ${domain}`,
    paragraphs: [
      takenAway
        ? `${domain} no longer counts as the domain of the organization that had proved it first. Whoever owns it may prove it now, by checking again.`
        : `${domain} stays with the organization that has proved it first.`,
      'The reason stands beside the domain in the app.',
    ],
    action: { label: 'Read the reason', url: pageOf(baseUrl, organizationId) },
    facts: [{ label: 'Domain', value: domain }],
    footer: 'You get this mail because you look after the domains of your organization.',
  }),
  de: ({ organizationId, domain, takenAway }, { baseUrl }) => ({
    subject: `SmartPAR hat über ${domain} entschieden`,
    paragraphs: [
      takenAway
        ? `${domain} gilt nicht mehr als Domain der Organisation, die sie zuerst nachgewiesen hatte. Wem sie gehört, der kann sie jetzt nachweisen, indem er noch einmal prüft.`
        : `${domain} bleibt bei der Organisation, die sie zuerst nachgewiesen hat.`,
      'Der Grund steht in der App bei der Domain.',
    ],
    action: { label: 'Den Grund lesen', url: pageOf(baseUrl, organizationId) },
    facts: [{ label: 'Domain', value: domain }],
    footer: 'Sie bekommen diese Mail, weil Sie sich um die Domains Ihrer Organisation kümmern.',
  }),
});

/** Staff have something to decide about a domain. */
export const caseOpenedMail = defineMail<{ readonly domain: string; readonly kind: CaseKind }>('organizations.case-opened', {
  en: ({ domain, kind }, { baseUrl }) => ({
    subject: `To decide: ${domain}`,
    paragraphs: [
      kind === 'domain'
        ? `Two organizations have published a proof for ${domain}. Decide whose it is.`
        : `A person objects to a claim of their account at ${domain}, and nobody of the organization has answered. Decide whether the account is left alone.`,
    ],
    action: { label: 'Read and decide', url: `${baseUrl}/oversight/disputes` },
    facts: [{ label: 'Domain', value: domain }],
    footer: 'You get this mail because you decide such questions for SmartPAR.',
  }),
  de: ({ domain, kind }, { baseUrl }) => ({
    subject: `Zu entscheiden: ${domain}`,
    paragraphs: [
      kind === 'domain'
        ? `Zwei Organisationen haben einen Nachweis für ${domain} veröffentlicht. Entscheiden Sie, wem sie gehört.`
        : `Jemand widerspricht der Übernahme seines Kontos bei ${domain}, und aus der Organisation hat niemand geantwortet. Entscheiden Sie, ob das Konto in Ruhe gelassen wird.`,
    ],
    action: { label: 'Lesen und entscheiden', url: `${baseUrl}/oversight/disputes` },
    facts: [{ label: 'Domain', value: domain }],
    footer: 'Sie bekommen diese Mail, weil Sie solche Fragen für SmartPAR entscheiden.',
  }),
});
