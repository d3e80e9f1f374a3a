import { defineMail } from '@smartpar/platform/mail';

/** Where a mailed link for choosing a password leads. */
export const PASSWORD_PAGE = '/reset-password';

/** What tokens for choosing a password are good for. */
export const PASSWORD_TOKEN = 'password-reset';

/** Somebody, hopefully the account's holder, forgot the password. */
export const passwordResetMail = defineMail<{ accountId: string; resetId: string; minutes: number }>('identity.password-reset', {
  en: ({ accountId, resetId, minutes }, { link }) => ({
    subject: 'Choose a new password',
    paragraphs: [
      `Somebody asked to choose a new password for your account. If it was you, press the button within ${minutes} minutes. The link works once; opening it changes nothing yet.`,
      'If it was not you, you need not do anything: your password stays as it is.',
    ],
    action: { label: 'Choose a new password', url: link(PASSWORD_PAGE, PASSWORD_TOKEN, [accountId, resetId]) },
    footer: 'You get this mail because your address was entered on the page for forgotten passwords. We never ask for your password by mail.',
  }),
  de: ({ accountId, resetId, minutes }, { link }) => ({
    subject: 'Ein neues Passwort wählen',
    paragraphs: [
      `Jemand möchte ein neues Passwort für Ihr Konto wählen. Wenn Sie das waren, drücken Sie innerhalb von ${minutes} Minuten auf den Knopf. Der Link gilt einmal; ihn zu öffnen ändert noch nichts.`,
      'Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.',
    ],
    action: { label: 'Neues Passwort wählen', url: link(PASSWORD_PAGE, PASSWORD_TOKEN, [accountId, resetId]) },
    footer: 'Sie erhalten diese Mail, weil Ihre Adresse auf der Seite für vergessene Passwörter eingegeben wurde. Wir fragen nie per Mail nach Ihrem Passwort.',
  }),
});

/** An account was made for somebody who has no password yet. */
export const firstPasswordMail = defineMail<{ accountId: string; resetId: string; days: number }>('identity.first-password', {
  en: ({ accountId, resetId, days }, { link }) => ({
    subject: 'Your account is ready: choose your password',
    paragraphs: [
      'An account was made for you. It shows who administers your data, lets you ask questions about your privacy, and shows what becomes of them.',
      `Press the button within ${days} days to choose your password. The link works once. Nobody but you will know the password.`,
    ],
    action: { label: 'Choose your password', url: link(PASSWORD_PAGE, PASSWORD_TOKEN, [accountId, resetId]) },
    footer: 'You get this mail because an organization named you as one of its members. If the link is too old, use "Forgotten password" on the sign-in page.',
  }),
  de: ({ accountId, resetId, days }, { link }) => ({
    subject: 'Ihr Konto ist bereit: Wählen Sie Ihr Passwort',
    paragraphs: [
      'Für Sie wurde ein Konto angelegt. Es zeigt, wer Ihre Daten verwaltet, lässt Sie Fragen zum Datenschutz stellen und zeigt, was daraus wird.',
      `Drücken Sie innerhalb von ${days} Tagen auf den Knopf, um Ihr Passwort zu wählen. Der Link gilt einmal. Außer Ihnen kennt niemand das Passwort.`,
    ],
    action: { label: 'Passwort wählen', url: link(PASSWORD_PAGE, PASSWORD_TOKEN, [accountId, resetId]) },
    footer:
      'Sie erhalten diese Mail, weil eine Organisation Sie als Mitglied genannt hat. Ist der Link zu alt, nutzen Sie „Passwort vergessen“ auf der Anmeldeseite.',
  }),
});
