import { globSync, readFileSync } from 'node:fs';
import { bareTextOf } from './bare-text';

const SOURCES = globSync(['apps/console/src/**/*.{html,ts}', 'libs/platform/ui/src/**/*.{html,ts}', 'libs/*/console/src/**/*.{html,ts}'], {
  cwd: process.cwd(),
}).filter((file) => !/\.(spec|harness)\.ts$|src\/index\.html$/.test(file));

/** The templates of a file: all of it, or what stands between backticks after `template:`. */
const templatesOf = (file: string): readonly string[] => {
  const source = readFileSync(file, 'utf8');
  return file.endsWith('.html') ? [source] : [...source.matchAll(/[,{]\s*template:\s*(?:`([^`]*)`|'([^'\n]*)')/g)].map((match) => match[1] ?? match[2] ?? '');
};

/** Says which file it is about. */
const bareTextIn = (file: string, template: string): readonly string[] => {
  try {
    return bareTextOf(template).map((text) => `${file}: ${text}`);
  } catch (failure) {
    return [`${file} cannot be read: ${String(failure)}`];
  }
};

describe('bare text', () => {
  it.each([
    ['<p>Hello</p>', ['Hello']],
    ['<p>{{ "a.b" | transloco }}</p>', []],
    ['<p>Hello {{ name }}</p>', ['Hello']],
    ['<input placeholder="Your name" />', ['Your name']],
    [`<input [placeholder]="'a.b' | transloco" />`, []],
    ['@if (thing(); as one) { <b>{{ one }}</b> } @else if (other() > 3) { yes }', ['yes']],
    ['@for (a of list(); track a.id; let first = $first) { <i>{{ a }}</i> } @empty { none }', ['none']],
    ['@switch (kind()) { @case ("a") { {{ x }} } @default { other } }', ['other']],
    ["@let long = a() ? 'x' : y();", []],
    ['<!-- a remark --><br />·&nbsp;1', []],
    ['<a (click)="a > b && go()">{{ x }}</a>', []],
  ])('of %s is %j', (template, bare) => {
    expect(bareTextOf(template)).toEqual(bare);
  });

  it('is looked for in every template', () => {
    expect(SOURCES.length).toBeGreaterThan(60);
  });

  it('stands in none of them: all text is translated', () => {
    const found = SOURCES.flatMap((file) => templatesOf(file).flatMap((template) => bareTextIn(file, template)));
    expect(found).toEqual([]);
  });
});
