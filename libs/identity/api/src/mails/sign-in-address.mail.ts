import { defineMail } from '@smartpar/platform/mail';
import { momentInWords } from './moment-in-words';

/** Where links to a new sign-in address lead. */
export const SIGN_IN_ADDRESS_PAGE = '/sign-in-address';

/** What tokens that confirm a sign-in address are good for. */
export const SIGN_IN_ADDRESS_TOKEN = 'sign-in-address';

/** An address was named as the one somebody wants to sign in with and has to say yes. */
export const confirmSignInAddressMail = defineMail<{ accountId: string; changeId: string }>('identity.confirm-sign-in-address', {
  en: ({ accountId, changeId }, { link }) => ({
    subject: 'Sign in with this address from now on?',
    paragraphs: [
      'Somebody wants to move their account to this address. If it was you, press the button within 48 hours. From then on you sign in with this address; your password stays the same.',
    ],
    action: { label: 'Yes, move my account here', url: link(SIGN_IN_ADDRESS_PAGE, SIGN_IN_ADDRESS_TOKEN, [accountId, changeId]) },
    footer: 'If it was not you, you need not do anything: without the button nothing changes.',
  }),
  de: ({ accountId, changeId }, { link }) => ({
    subject: 'Ab jetzt mit dieser Adresse anmelden?',
    paragraphs: [
      'Jemand möchte sein Konto auf diese Adresse umziehen. Wenn Sie das waren, drücken Sie innerhalb von 48 Stunden auf den Knopf. Danach melden Sie sich mit dieser Adresse an; Ihr Passwort bleibt gleich.',
    ],
    action: { label: 'Ja, mein Konto hierher umziehen', url: link(SIGN_IN_ADDRESS_PAGE, SIGN_IN_ADDRESS_TOKEN, [accountId, changeId]) },
    footer: 'Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ohne den Knopf ändert sich nichts.',
  }),
});

/** The sign-in address of an account was changed; to both addresses. */
export const signInAddressChangedMail = defineMail<{ at: string }>('identity.sign-in-address-changed', {
  en: ({ at }, { locale, baseUrl }) => ({
    subject: 'Your sign-in address was changed',
    paragraphs: ['You sign in to your account with another address now. If it was not you, choose a new password at once and write to SmartPAR.'],
    facts: [{ label: 'When', value: momentInWords(at, locale) }],
    action: { label: 'It was not me: choose a new password', url: `${baseUrl}/forgotten-password` },
    footer: 'You get this mail at the old address and at the new one, so that nobody can change it behind your back.',
  }),
  de: ({ at }, { locale, baseUrl }) => ({
    subject: 'Ihre Anmeldeadresse wurde geändert',
    paragraphs: [
      'Sie melden sich jetzt mit einer anderen Adresse bei Ihrem Konto an. Wenn Sie das nicht waren, wählen Sie sofort ein neues Passwort und schreiben Sie SmartPAR.',
    ],
    facts: [{ label: 'Wann', value: momentInWords(at, locale) }],
    action: { label: 'Das war ich nicht: neues Passwort wählen', url: `${baseUrl}/forgotten-password` },
    footer: 'Sie erhalten diese Mail an der alten und an der neuen Adresse, damit niemand sie heimlich ändern kann.',
  }),
});
