import type { FieldEditor, FieldSource } from './profile-field';

/** What a value can be that an organization keeps of its members beside what everybody has. */
export const ATTRIBUTE_KINDS = ['text', 'number', 'date', 'choice', 'yes-no'] as const;

/** What such a value can be. */
export type AttributeKind = (typeof ATTRIBUTE_KINDS)[number];

/** Most characters of a value. */
export const MAX_ATTRIBUTE_VALUE = 500;

/** What values of an attribute are like. */
export interface AttributeRule {
  readonly kind: AttributeKind;
  /** what there is to choose from; none where it is no choice */
  readonly choices: readonly string[];
}

const NUMBER = /^-?\d{1,15}(?:[.,]\d{1,6})?$/;

const READERS: Readonly<Record<AttributeKind, (text: string, rule: AttributeRule) => string | null>> = {
  text: (text) => (text.length <= MAX_ATTRIBUTE_VALUE ? text : null),
  number: (text) => (NUMBER.test(text) ? plainNumber(text.replace(',', '.')) : null),
  date: (text) => (isDay(text) ? text : null),
  choice: (text, { choices }) => choices.find((choice) => choice === text) ?? null,
  'yes-no': (text) => (text === 'yes' || text === 'no' ? text : null),
};

/**
 * Reads a value as it is typed: a number with a point or a comma, a day as 2026-11-26, a choice word for word, `yes` or `no`.
 * @returns the one form in which it is kept, or `null` for what is no value of the kind
 */
export function readAttributeValue(text: string, rule: AttributeRule): string | null {
  const typed = text.trim();
  return typed === '' ? null : READERS[rule.kind](typed, rule);
}

/** `7.50` and `07.5` are the same number; text keeps every digit, which a floating number would not. */
function plainNumber(text: string): string {
  const negative = text.startsWith('-');
  const [whole = '', rest = ''] = text.replace('-', '').split('.');
  const [digits, decimals] = [whole.replace(/^0+(?=\d)/, ''), rest.replace(/0+$/, '')];
  const number = decimals === '' ? digits : `${digits}.${decimals}`;
  return negative && number !== '0' ? `-${number}` : number;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * Who may change a value an organization made up.
 * @param attribute whether it is left to the person
 * @param source who put there what stands there; `null` where nothing does
 */
export function attributeEditorsOf({ byPerson }: { readonly byPerson: boolean }, source: FieldSource | null): readonly FieldEditor[] {
  if (byPerson) return ['person', 'administrator'];
  return source === 'directory' ? ['directory'] : ['administrator'];
}
