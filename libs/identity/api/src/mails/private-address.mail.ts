import { defineMail } from '@smartpar/platform/mail';
import { momentInWords } from './moment-in-words';

/** Where links to a private address lead. */
export const PRIVATE_ADDRESS_PAGE = '/private-address';

/** Where a link that proves the holder leads. */
export const PROOF_PAGE = '/my/proof';

/** What tokens that confirm a private address are good for. */
export const PRIVATE_ADDRESS_TOKEN = 'private-address';

/** What tokens that prove the holder are good for. */
export const PROOF_TOKEN = 'proof';

/** An address was named as somebody's private one and has to say yes. */
export const confirmAddressMail = defineMail<{ accountId: string; addressId: string }>('identity.confirm-private-address', {
  en: ({ accountId, addressId }, { link }) => ({
    subject: 'Is this your private address?',
    paragraphs: [
      'Somebody named this address as the private one of their account. If it was you, press the button within 48 hours.',
      'It is used for one thing only: a link by which you prove that it is you, should an organization have reset your second factor. No organization sees it.',
    ],
    action: { label: 'Yes, use this address', url: link(PRIVATE_ADDRESS_PAGE, PRIVATE_ADDRESS_TOKEN, [accountId, addressId]) },
    footer: 'If it was not you, you need not do anything: without the button nothing is kept.',
  }),
  de: ({ accountId, addressId }, { link }) => ({
    subject: 'Ist das Ihre private Adresse?',
    paragraphs: [
      'Jemand hat diese Adresse als die private seines Kontos genannt. Wenn Sie das waren, drücken Sie innerhalb von 48 Stunden auf den Knopf.',
      'Sie dient nur einem Zweck: einem Link, mit dem Sie sich ausweisen, falls eine Organisation Ihren zweiten Faktor zurückgesetzt hat. Keine Organisation sieht sie.',
    ],
    action: { label: 'Ja, diese Adresse verwenden', url: link(PRIVATE_ADDRESS_PAGE, PRIVATE_ADDRESS_TOKEN, [accountId, addressId]) },
    footer: 'Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ohne den Knopf wird nichts behalten.',
  }),
});

/** The private address of an account was set, changed or removed. */
export const privateAddressChangedMail = defineMail<{ at: string; removed: boolean }>('identity.private-address-changed', {
  en: ({ at, removed }, { locale, baseUrl }) => ({
    subject: removed ? 'Your private address was removed' : 'Your private address was changed',
    paragraphs: [
      removed ? 'Your account has no private address any more.' : 'Your account has a new private address, which said yes to it.',
      'If it was not you, choose a new password now and look at "My account".',
    ],
    facts: [{ label: 'When', value: momentInWords(at, locale) }],
    action: { label: 'It was not me: choose a new password', url: `${baseUrl}/forgotten-password` },
    footer: 'You get this mail about every change of your private address, so that nobody can change it behind your back.',
  }),
  de: ({ at, removed }, { locale, baseUrl }) => ({
    subject: removed ? 'Ihre private Adresse wurde entfernt' : 'Ihre private Adresse wurde geändert',
    paragraphs: [
      removed ? 'Ihr Konto hat keine private Adresse mehr.' : 'Ihr Konto hat eine neue private Adresse, die dem zugestimmt hat.',
      'Wenn Sie das nicht waren, wählen Sie jetzt ein neues Passwort und sehen Sie unter „Mein Konto“ nach.',
    ],
    facts: [{ label: 'Wann', value: momentInWords(at, locale) }],
    action: { label: 'Das war ich nicht: neues Passwort wählen', url: `${baseUrl}/forgotten-password` },
    footer: 'Sie erhalten diese Mail bei jeder Änderung Ihrer privaten Adresse, damit niemand sie heimlich ändern kann.',
  }),
});

/** Proves the holder of an account by an address no organization reads. */
export const proofMail = defineMail<{ accountId: string; proofId: string; minutes: number }>('identity.proof', {
  en: ({ accountId, proofId, minutes }, { link }) => ({
    subject: 'Prove that it is you',
    paragraphs: [
      `Somebody signed in to your account asks for everything that is yours to be opened again. If it was you, press the button within ${minutes} minutes, in the browser in which you asked.`,
      'If it was not you, do not press it: nothing is opened then.',
    ],
    action: { label: 'It is me', url: link(PROOF_PAGE, PROOF_TOKEN, [accountId, proofId]) },
    footer: 'You get this mail because this is the private address of your account.',
  }),
  de: ({ accountId, proofId, minutes }, { link }) => ({
    subject: 'Beweisen Sie, dass Sie es sind',
    paragraphs: [
      `Jemand, der in Ihrem Konto angemeldet ist, möchte alles wieder geöffnet haben, was Ihnen gehört. Wenn Sie das waren, drücken Sie innerhalb von ${minutes} Minuten auf den Knopf, in dem Browser, in dem Sie gefragt haben.`,
      'Wenn Sie das nicht waren, drücken Sie nicht: Dann wird nichts geöffnet.',
    ],
    action: { label: 'Ich bin es', url: link(PROOF_PAGE, PROOF_TOKEN, [accountId, proofId]) },
    footer: 'Sie erhalten diese Mail, weil dies die private Adresse Ihres Kontos ist.',
  }),
});
