import type { PanelPart, ReviewCertificate, ReviewCover, ReviewSilence } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';

/** Everything the PDF of a certificate says, in one language. */
export interface PdfWords {
  readonly title: string;
  readonly organization: string;
  readonly review: string;
  readonly what: string;
  readonly covers: Readonly<Record<ReviewCover, string>>;
  readonly where: string;
  readonly scope: Readonly<Record<ReviewCertificate['scope']['kind'], string>>;
  readonly started: string;
  readonly due: string;
  readonly closed: string;
  readonly by: string;
  readonly stages: string;
  readonly stage: Readonly<Record<1 | 2, string>>;
  readonly silence: string;
  readonly silent: Readonly<Record<ReviewSilence, string>>;
  readonly cameOfIt: string;
  readonly counts: Readonly<Record<keyof ReviewCertificate['counts'], string>>;
  readonly asked: string;
  readonly part: Readonly<Record<PanelPart, string>>;
  readonly answers: string;
  readonly gone: string;
  readonly list: string;
  readonly fingerprint: string;
  readonly signature: string;
  readonly signed: string;
}

/** Everything the PDF of a certificate says. */
export const PDF_WORDS: Readonly<Record<Locale, PdfWords>> = {
  en: {
    title: 'Certificate of a review of access',
    organization: 'Organization',
    review: 'Review',
    what: 'What was reviewed',
    covers: { roles: 'Roles people hold', grants: 'Access to personal data' },
    where: 'Where',
    scope: { all: 'The whole organization', site: 'One site', group: 'One group', role: 'One role' },
    started: 'Started',
    due: 'Time to answer until',
    closed: 'Closed',
    by: 'Started by',
    stages: 'Answers needed',
    stage: { 1: 'One', 2: 'A second one for whatever is to go' },
    silence: 'What nobody answers for',
    silent: { revokes: 'ends', keeps: 'stays' },
    cameOfIt: 'What came of it',
    counts: {
      items: 'Reviewed',
      kept: 'Kept',
      reduced: 'Reduced',
      revoked: 'Ended',
      gone: 'Held no more by then',
      silent: 'Decided by silence',
      lastOwner: 'Kept, since nobody else would have owned the organization',
    },
    asked: 'Who was asked',
    part: { reviewer: 'Reviewer', fallback: 'Fallback', confirmer: 'Second reviewer' },
    answers: 'answers',
    gone: 'Somebody who left',
    list: 'List of everything that was reviewed',
    fingerprint: 'SHA-256',
    signature: 'Signature',
    signed:
      'The same is said by the certificate in JSON, which is signed (Ed25519, a signed note as in c2sp.org/signed-note) with the keys of the organization’s log:',
  },
  de: {
    title: 'Bescheinigung einer Zugriffsprüfung',
    organization: 'Organisation',
    review: 'Prüfung',
    what: 'Was geprüft wurde',
    covers: { roles: 'Rollen', grants: 'Zugriff auf personenbezogene Daten' },
    where: 'Wo',
    scope: { all: 'Die ganze Organisation', site: 'Ein Standort', group: 'Eine Gruppe', role: 'Eine Rolle' },
    started: 'Begonnen',
    due: 'Zeit zu antworten bis',
    closed: 'Abgeschlossen',
    by: 'Begonnen von',
    stages: 'Nötige Antworten',
    stage: { 1: 'Eine', 2: 'Eine zweite für alles, was enden soll' },
    silence: 'Wozu niemand antwortet',
    silent: { revokes: 'endet', keeps: 'bleibt' },
    cameOfIt: 'Was dabei herauskam',
    counts: {
      items: 'Geprüft',
      kept: 'Behalten',
      reduced: 'Verringert',
      revoked: 'Beendet',
      gone: 'Bis dahin nicht mehr vorhanden',
      silent: 'Durch Schweigen entschieden',
      lastOwner: 'Behalten, weil sonst niemand die Organisation besessen hätte',
    },
    asked: 'Wer gefragt wurde',
    part: { reviewer: 'Prüfung', fallback: 'Ersatz', confirmer: 'Zweite Prüfung' },
    answers: 'Antworten',
    gone: 'Jemand, der nicht mehr da ist',
    list: 'Liste alles Geprüften',
    fingerprint: 'SHA-256',
    signature: 'Signatur',
    signed:
      'Dasselbe sagt die Bescheinigung in JSON. Sie ist mit den Schlüsseln des Protokolls der Organisation signiert (Ed25519, signed note nach c2sp.org/signed-note):',
  },
};
