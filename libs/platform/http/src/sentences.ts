import type { Locale } from '@smartpar/platform/contract';

/** Sentences of the server itself, by their English wording. What a slice says of its own subject the console translates by its code. */
const GERMAN: Readonly<Record<string, string>> = {
  'Bad Request': 'Unverständliche Anfrage',
  Unauthorized: 'Anmeldung nötig',
  Forbidden: 'Nicht erlaubt',
  'Not Found': 'Nicht gefunden',
  Conflict: 'Konflikt',
  'Misdirected Request': 'Falscher Empfänger',
  'Payload Too Large': 'Zu groß',
  'Unsupported Media Type': 'Unbekanntes Format',
  'Unprocessable Entity': 'Nicht verwendbar',
  'Too Many Requests': 'Zu viele Anfragen',
  'Internal Server Error': 'Fehler im Server',
  'Service Unavailable': 'Nicht verfügbar',
  'There is nothing at this address, or it is not yours to see.': 'Unter dieser Adresse ist nichts, oder es ist nicht für Sie bestimmt.',
  'Sign in to go on.': 'Melden Sie sich an, um fortzufahren.',
  'Confirm that it is you: enter your password again.': 'Bestätigen Sie, dass Sie es sind: Geben Sie Ihr Passwort noch einmal ein.',
  'Some of what was sent cannot be used.': 'Manches von dem, was gesendet wurde, ist nicht verwendbar.',
  'The address asks for something that is not understood.': 'Die Adresse fragt nach etwas Unverständlichem.',
  'The request could not be read. Send well-formed JSON.': 'Die Anfrage war nicht lesbar. Senden Sie gültiges JSON.',
  'This is more than can be taken at once. Send less than 256 kB.': 'Das ist mehr, als auf einmal angenommen wird. Senden Sie weniger als 256 kB.',
  'Only JSON is understood here. Send it as application/json.': 'Hier wird nur JSON verstanden. Senden Sie es als application/json.',
  'Something went wrong on our side. Try again; if it stays, quote the reference.':
    'Bei uns ist etwas schiefgegangen. Versuchen Sie es noch einmal; bleibt es dabei, nennen Sie die Vorgangsnummer.',
  'The request took too long to arrive. Send it again.': 'Die Anfrage hat zu lange gebraucht. Senden Sie sie noch einmal.',
  'The address is too long.': 'Die Adresse ist zu lang.',
  'The server is about to stop. Try again in a moment.': 'Der Server wird gerade beendet. Versuchen Sie es gleich noch einmal.',
  'This came from another site and was not done. Open the console itself and try again.':
    'Das kam von einer anderen Website und wurde nicht ausgeführt. Öffnen Sie die Konsole selbst und versuchen Sie es erneut.',
  'This server does not go by that name. Open the console at its own address.':
    'Unter diesem Namen ist dieser Server nicht zu erreichen. Öffnen Sie die Konsole unter ihrer eigenen Adresse.',
  'Send an Idempotency-Key header of 16 to 128 visible characters, such as a UUID, and the same one when you try again.':
    'Senden Sie einen Idempotency-Key mit 16 bis 128 sichtbaren Zeichen, etwa eine UUID, und beim erneuten Versuch denselben.',
  'This Idempotency-Key was sent before with something else. Send a new one with every new act.':
    'Dieser Idempotency-Key wurde schon mit etwas anderem gesendet. Senden Sie mit jeder neuen Handlung einen neuen.',
  'Too many attempts from your network. Wait a moment and try again.': 'Zu viele Versuche aus Ihrem Netz. Warten Sie einen Moment und versuchen Sie es erneut.',
  'This is not an e-mail address. It looks like name@example.com.': 'Das ist keine E-Mail-Adresse. Sie sieht aus wie name@example.com.',
  'Contains characters that cannot be shown. Type the text instead of pasting it.':
    'Enthält Zeichen, die sich nicht anzeigen lassen. Tippen Sie den Text, statt ihn einzufügen.',
};

/** A sentence in the reader's language, where the server knows it; else as it is. */
export const translated = (sentence: string, locale: Locale): string => (locale === 'de' ? (GERMAN[sentence] ?? sentence) : sentence);
