import { defineMail } from '@smartpar/platform/mail';

/** Facts of the mail that carries a checkpoint. */
export type CheckpointMailFacts = {
  readonly origin: string;
  readonly number: number;
  readonly size: number;
  readonly note: string;
};

/** A checkpoint for somebody outside, to be kept. */
export const checkpointMail = defineMail<CheckpointMailFacts>('audit.checkpoint', {
  en: ({ origin, number, size, note }) => ({
    subject: `Checkpoint ${number} of the log ${origin}`,
    paragraphs: [
      `Please keep this mail. It holds checkpoint ${number} of a log with ${size} entries. If anybody changes or removes one of them later, this checkpoint shows it.`,
      note,
      'To check the log, save the lines above in a file and follow the steps on the page Log.',
    ],
    footer: 'You get this mail because an administrator named your address for checkpoints. They can remove it on the page Log.',
  }),
  de: ({ origin, number, size, note }) => ({
    subject: `Prüfpunkt ${number} des Protokolls ${origin}`,
    paragraphs: [
      `Bitte bewahren Sie diese Mail auf. Sie enthält Prüfpunkt ${number} eines Protokolls mit ${size} Einträgen. Wird einer davon später geändert oder entfernt, zeigt es dieser Prüfpunkt.`,
      note,
      'Um das Protokoll zu prüfen, speichern Sie die Zeilen oben in einer Datei und folgen den Schritten auf der Seite Protokoll.',
    ],
    footer:
      'Sie bekommen diese Mail, weil jemand aus der Verwaltung Ihre Adresse für Prüfpunkte genannt hat. Entfernen lässt sie sich auf der Seite Protokoll.',
  }),
});

/** Mails of this room. */
export const auditMails = [checkpointMail] as const;
