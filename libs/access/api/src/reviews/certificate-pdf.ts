import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ReviewCertificate, SignedReviewCertificate } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';
import PDFDocument from 'pdfkit';
import { PDF_WORDS, type PdfWords } from './pdf-words';
import { unpackedFont } from './unpacked-font';

/** Millimetres of A4 in points. */
const MARGIN = 56;
const TERM_WIDTH = 190;

/** Names the fonts go by in a document. */
const PLAIN = 'plain';
const BOLD = 'bold';

/** The fonts that are built into PDF know the letters of Western Europe alone. */
const font = (weight: 'Regular' | 'Bold'): Buffer =>
  unpackedFont(readFileSync(createRequire(import.meta.url).resolve(`roboto-fontface/fonts/roboto/Roboto-${weight}.woff`)));

let unpacked: { readonly plain: Buffer; readonly bold: Buffer } | undefined;

/** Both fonts, read and unpacked when the first certificate is written. */
const fonts = () => (unpacked ??= { plain: font('Regular'), bold: font('Bold') });

/** What the font has no letters for; the JSON has the name as it is. */
const UNPRINTABLE = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{Nd}\p{P}\p{Sc}\p{Sm}\p{Zs}]/gu;

type Line = readonly [term: string, value: string];

/**
 * Writes a certificate down as a PDF. The same certificate gives the same bytes in the same language, whenever it is written.
 * @returns the file
 */
export async function certificatePdf(signed: SignedReviewCertificate, locale: Locale): Promise<Buffer> {
  const { certificate, note } = signed;
  const words = PDF_WORDS[locale];
  const written = new Date(certificate.closedAt);
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: locale,
    displayTitle: true,
    info: { Title: words.title, CreationDate: written, ModDate: written },
  });
  const { plain, bold } = fonts();
  pdf.registerFont(PLAIN, plain).registerFont(BOLD, bold);
  const pieces: Buffer[] = [];
  pdf.on('data', (piece: Buffer) => pieces.push(piece));
  const ended = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject));
  pdf.font(BOLD).fontSize(18).text(words.title).moveDown(0.8);
  lines(pdf, termsOf(certificate, words, locale));
  heading(pdf, words.cameOfIt);
  lines(pdf, countsOf(certificate, words));
  heading(pdf, words.asked);
  lines(pdf, panelOf(certificate, words));
  heading(pdf, words.list);
  lines(pdf, [
    [words.counts.items, String(certificate.list.lines)],
    [words.fingerprint, certificate.list.sha256],
  ]);
  heading(pdf, words.signature);
  pdf.font(PLAIN).fontSize(10).text(words.signed).moveDown(0.4);
  for (const signature of signaturesIn(note)) pdf.font('Courier').fontSize(8).text(printable(signature));
  pdf.end();
  await ended;
  return Buffer.concat(pieces);
}

/** The lines of a signed note that sign it, each with the name of its key. */
export const signaturesIn = (note: string): readonly string[] =>
  note
    .slice(note.indexOf('\n\n') + 2)
    .split('\n')
    .filter(Boolean);

/** A text as the font can write it. */
export const printable = (text: string): string => text.normalize('NFC').replace(UNPRINTABLE, '?');

function heading(pdf: PDFKit.PDFDocument, text: string): void {
  pdf.moveDown(0.8).font(BOLD).fontSize(12).text(text, MARGIN).moveDown(0.3);
}

function lines(pdf: PDFKit.PDFDocument, all: readonly Line[]): void {
  for (const [term, value] of all) {
    if (pdf.y > pdf.page.height - 2 * MARGIN) pdf.addPage();
    const { y } = pdf;
    pdf
      .font(PLAIN)
      .fontSize(10)
      .fillColor('#555555')
      .text(printable(term), MARGIN, y, { width: TERM_WIDTH - 10 });
    const below = pdf.y;
    pdf.fillColor('#000000').text(printable(value), MARGIN + TERM_WIDTH, y, { width: pdf.page.width - 2 * MARGIN - TERM_WIDTH });
    pdf.y = Math.max(below, pdf.y) + 2;
    pdf.x = MARGIN;
  }
}

function termsOf(certificate: ReviewCertificate, words: PdfWords, locale: Locale): readonly Line[] {
  const moment = (text: string): string =>
    `${new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(text))} UTC`;
  const { organization, review, covers, scope, startedAt, startedBy, dueAt, closedAt, stages, silence } = certificate;
  return [
    [words.organization, `${organization.name} (${organization.id})`],
    [words.review, review],
    [words.what, covers.map((cover) => words.covers[cover]).join(', ')],
    [words.where, scope.value === null ? words.scope[scope.kind] : `${words.scope[scope.kind]}: ${scope.value}`],
    [words.started, moment(startedAt)],
    [words.by, startedBy ?? words.gone],
    [words.due, moment(dueAt)],
    [words.closed, moment(closedAt)],
    [words.stages, words.stage[stages]],
    [words.silence, words.silent[silence]],
  ];
}

const COUNTS = ['items', 'kept', 'reduced', 'revoked', 'gone', 'silent', 'lastOwner'] as const;

const countsOf = ({ counts }: ReviewCertificate, words: PdfWords): readonly Line[] => COUNTS.map((name): Line => [words.counts[name], String(counts[name])]);

const panelOf = ({ panel }: ReviewCertificate, words: PdfWords): readonly Line[] =>
  panel.map(({ member, part, answers }): Line => [words.part[part], `${member ?? words.gone} (${answers} ${words.answers})`]);
