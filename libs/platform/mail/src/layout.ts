import { asHtmlText } from '@smartpar/kernel';
import type { Letter } from './letter';

/** Lays a letter out as plain text. */
export function asText(letter: Letter): string {
  const blocks = [
    ...letter.paragraphs,
    ...(letter.facts ? [letter.facts.map(({ label, value }) => `${label}: ${value}`).join('\n')] : []),
    ...(letter.action ? [`${letter.action.label}:\n${letter.action.url}`] : []),
    `-- \n${letter.footer}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Lays a letter out as HTML: no picture, no font and no style from elsewhere, readable in dark mode. */
export function asHtml(letter: Letter, locale: string): string {
  const paragraphs = letter.paragraphs.map((text) => `<p style="margin:0 0 16px">${asHtmlText(text).replaceAll('\n', '<br>')}</p>`);
  const facts = (letter.facts ?? []).map(
    ({ label, value }) =>
      `<tr><th align="left" style="padding:4px 16px 4px 0;font-weight:normal;color:#5b6470">${asHtmlText(label)}</th><td style="padding:4px 0"><strong>${asHtmlText(value)}</strong></td></tr>`,
  );
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${asHtmlText(letter.subject)}</title></head>`,
    '<body style="margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,Segoe UI,Roboto,sans-serif"><div style="max-width:560px;margin:0 auto">',
    ...paragraphs,
    facts.length > 0 ? `<table role="presentation" style="margin:0 0 16px;border-collapse:collapse">${facts.join('')}</table>` : '',
    letter.action ? button(letter.action) : '',
    `<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #d5d9de;font-size:13px;color:#5b6470">${asHtmlText(letter.footer)}</p>`,
    '</div></body></html>',
  ].join('');
}

const button = ({ label, url }: { label: string; url: string }): string =>
  `<p style="margin:24px 0"><a href="${asHtmlText(url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#1f5f8b;color:#ffffff;text-decoration:none">${asHtmlText(label)}</a></p>`;
