import { existsSync, readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { asHtmlText } from '@smartpar/kernel';
import { type Locale, LOCALES } from '@smartpar/platform/contract';
import * as z from 'zod';

/** What stands in the built page where the nonce of an answer goes. */
const NONCE_PLACE = 'CSP_NONCE';
/** Where the built page has room for the first words of what is asked for. */
const WORDS_PLACE = '<div class="sp-first-words"></div>';

/** What the build found out about a page people come to from outside. */
const entrance = z.object({
  needs: z.array(z.string()),
  title: z.string().optional(),
  purpose: z.string().optional(),
  size: z.enum(['large']).optional(),
  sections: z.array(z.object({ title: z.string(), what: z.string(), more: z.string() })).default([]),
});
const entrances = z.record(z.string(), z.record(z.enum(LOCALES), entrance));

type Entrance = z.infer<typeof entrance>;
type Entrances = z.infer<typeof entrances>;

/**
 * What is known of whoever asks: `familiar` was here before; where they are signed in they are led on, and the first words
 * would be those of another page. `new` was not, so nobody is signed in there. Of `unknown` neither can be told.
 */
export type Visitor = 'familiar' | 'new' | 'unknown';

/** Who asks for the page. */
export interface PageRequest {
  readonly path: string;
  readonly locale: Locale;
  readonly visitor: Visitor;
  readonly nonce: string;
}

/**
 * What a request tells of whoever sent it. Coming from another site a browser keeps our cookies back (SameSite=Strict), so
 * that there is none only tells something of somebody who came by themself or from here.
 * @see RFC 6265bis section 5.6.7, Fetch Metadata Request Headers (W3C)
 */
export function visitorOf(headers: IncomingHttpHeaders): Visitor {
  if (headers.cookie !== undefined) return 'familiar';
  const site = headers['sec-fetch-site'];
  return site === 'none' || site === 'same-origin' ? 'new' : 'unknown';
}

/**
 * The one page the console is. At the entrances it names at once every file it is going to need, and says what the page is
 * about before any of them has come: on a slow line that is seconds.
 */
export class ConsolePage {
  private readonly pages = new Map<string, readonly string[]>();

  private constructor(
    private readonly built: string,
    private readonly known: Entrances,
  ) {}

  /**
   * @param folder absolute path of what the build made for browsers
   * @throws where there is no page in the folder
   */
  static read(folder: string): ConsolePage {
    const file = join(folder, 'index.html');
    if (!existsSync(file)) throw new Error(`The console is not built: there is no ${file}.`);
    const found = join(folder, '..', 'entrances.json');
    return new ConsolePage(readFileSync(file, 'utf8'), existsSync(found) ? entrances.parse(JSON.parse(readFileSync(found, 'utf8'))) : {});
  }

  /** The page for somebody, with a nonce of its own. */
  at({ path, locale, visitor, nonce }: PageRequest): string {
    const entered = Object.hasOwn(this.known, path) ? path : '';
    const key = `${entered} ${locale} ${visitor}`;
    const page = this.pages.get(key) ?? this.make(this.known[entered]?.[locale] ?? { needs: [], sections: [] }, locale, visitor).split(NONCE_PLACE);
    this.pages.set(key, page);
    return page.join(nonce);
  }

  private make(entered: Entrance, locale: Locale, visitor: Visitor): string {
    const links = entered.needs.map((file) => `<link rel="modulepreload" href="${file}" ${BEHIND_WORDS} nonce="${NONCE_PLACE}">`);
    const words = visitor === 'familiar' ? '' : wordsOf(entered);
    return this.built
      .replace('<html lang="en">', `<html lang="${locale}"${visitor === 'new' ? ' data-visitor="new"' : ''}>`)
      .replace('type="module"', `type="module" ${BEHIND_WORDS}`)
      .replace('</head>', () => `${links.join('')}</head>`)
      .replace(WORDS_PLACE, () => WORDS_PLACE.replace('></', () => `>${words}</`));
  }
}

/** On a slow line the words of the page and how they look come first, and what runs comes behind them. */
const BEHIND_WORDS = 'fetchpriority="low"';

function wordsOf({ title, purpose, size, sections }: Entrance): string {
  if (title === undefined) return '';
  const said = `<h1>${asHtmlText(title)}</h1>${purpose === undefined ? '' : `<p>${asHtmlText(purpose)}</p>`}`;
  const follows = sections.map(
    (each) => `<section><h2>${asHtmlText(each.title)}</h2><p>${asHtmlText(each.what)}</p><p class="sp-quiet">${asHtmlText(each.more)}</p></section>`,
  );
  return `<div class="${size ?? 'usual'}">${said}</div>${follows.length === 0 ? '' : `<div class="sp-prose">${follows.join('')}</div>`}`;
}
