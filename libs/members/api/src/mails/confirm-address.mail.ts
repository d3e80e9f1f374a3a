import { defineMail } from '@smartpar/platform/mail';

/** Path of the page on which an address says yes. */
export const CONFIRM_ADDRESS_PATH = '/member-address';
/** What the token of an address that says yes is good for. */
export const CONFIRM_ADDRESS_PURPOSE = 'member-address';

/** Facts of the question to an address: what its link opens, and who would keep it. */
export type ConfirmAddressFacts = { readonly organizationId: string; readonly memberId: string; readonly proposalId: string; readonly organization: string };

/** A member named this address as one of their own, and it has to say yes. */
export const confirmAddressMail = defineMail<ConfirmAddressFacts>('members.confirm-address', {
  en: ({ organizationId, memberId, proposalId, organization }, { link }) => ({
    subject: `${organization} asks: is this your private address?`,
    paragraphs: [
      `Somebody who works at ${organization} named this address as their private one. If it was you, press the button within 48 hours.`,
      `From then on ${organization} keeps it. You read in your privacy pages who there may see it and who did, and you can take it away again at any time.`,
    ],
    action: { label: 'Yes, keep this address', url: link(CONFIRM_ADDRESS_PATH, CONFIRM_ADDRESS_PURPOSE, [organizationId, memberId, proposalId]) },
    footer: `If it was not you, you need not do anything: without the button ${organization} keeps nothing.`,
  }),
  de: ({ organizationId, memberId, proposalId, organization }, { link }) => ({
    subject: `${organization} fragt: Ist das Ihre private Adresse?`,
    paragraphs: [
      `Jemand, der bei ${organization} arbeitet, hat diese Adresse als seine private genannt. Wenn Sie das waren, drücken Sie innerhalb von 48 Stunden auf den Knopf.`,
      `Von da an bewahrt ${organization} sie auf. Auf Ihren Datenschutzseiten lesen Sie, wer sie dort sehen darf und wer sie angesehen hat; Sie können sie jederzeit wieder entfernen.`,
    ],
    action: { label: 'Ja, diese Adresse aufbewahren', url: link(CONFIRM_ADDRESS_PATH, CONFIRM_ADDRESS_PURPOSE, [organizationId, memberId, proposalId]) },
    footer: `Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ohne den Knopf behält ${organization} nichts.`,
  }),
});
