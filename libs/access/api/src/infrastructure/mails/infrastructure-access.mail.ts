import type { InfrastructureAccessKind } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';
import { defineMail } from '@smartpar/platform/mail';

/** Facts of a mail about access to the machines. */
export type InfrastructureAccessFacts = { readonly kind: InfrastructureAccessKind; readonly from: string; readonly until: string };

const KINDS: Readonly<Record<InfrastructureAccessKind, Readonly<Record<Locale, string>>>> = {
  maintenance: { en: 'Looking after the machines', de: 'Wartung der Maschinen' },
  fault: { en: 'Something was broken', de: 'Etwas war kaputt' },
  restore: { en: 'Bringing back a backup', de: 'Eine Sicherung zurückholen' },
  security: { en: 'Security', de: 'Sicherheit' },
  compelled: { en: 'An authority made SmartPAR do it', de: 'Eine Behörde hat SmartPAR dazu gezwungen' },
};

/** Somebody reached the machines that hold the organization's data. */
export const infrastructureAccessMail = defineMail<InfrastructureAccessFacts>('access.infrastructure-access', {
  en: ({ kind, from, until }, { baseUrl, date }) => ({
    subject: 'Somebody reached the machines that hold your data',
    paragraphs: [
      'Somebody at SmartPAR worked on the machines or the database themselves, past the console. Your people read about it under “Who looked at my data”, in the words of whoever did it.',
    ],
    action: { label: 'Read it', url: `${baseUrl}/my/ledger` },
    facts: [
      { label: 'What for', value: KINDS[kind].en },
      { label: 'From', value: date(from) },
      { label: 'Until', value: date(until) },
    ],
    footer: 'You get this mail because you decide whether SmartPAR may look at your organization’s data.',
  }),
  de: ({ kind, from, until }, { baseUrl, date }) => ({
    subject: 'Jemand war an den Maschinen, auf denen Ihre Daten liegen',
    paragraphs: [
      'Jemand bei SmartPAR hat an den Maschinen oder der Datenbank selbst gearbeitet, an der Konsole vorbei. Ihre Leute lesen davon unter „Wer hat meine Daten angesehen“, in den Worten dessen, der es getan hat.',
    ],
    action: { label: 'Lesen', url: `${baseUrl}/my/ledger` },
    facts: [
      { label: 'Wofür', value: KINDS[kind].de },
      { label: 'Von', value: date(from) },
      { label: 'Bis', value: date(until) },
    ],
    footer: 'Sie bekommen diese Mail, weil Sie entscheiden, ob SmartPAR Daten Ihrer Organisation ansehen darf.',
  }),
});
