import { Component, inject } from '@angular/core';
import { IMPORT_FAULTS, IMPORT_OUTCOMES, IMPORT_PROBLEMS, IMPORT_STATES, IMPORT_ENCODINGS, IMPORT_DELIMITERS, IMPORT_FIELDS } from '@smartpar/members/model';
import type { Texts } from '@smartpar/platform/ui';
import { mount } from '@smartpar/platform/ui/testing';
import { COUNTS, lineFault, memberImport } from '../../../testing/src';
import de from '../../i18n/de.json' with { type: 'json' };
import en from '../../i18n/en.json' with { type: 'json' };
import { columnLetters, ImportWords } from './import-words';

@Component({ selector: 'sp-speaking', template: '' })
class Speaking {
  readonly words = inject(ImportWords);
}

const given = async (texts: Texts = en) => (await mount(Speaking, { texts: { members: texts } })).component.words;

describe.each([
  ['English', en],
  ['German', de],
])('in %s', (_, texts) => {
  it.each(IMPORT_FAULTS)('it is said what is wrong with a line, and what to do: %s', async (code) => {
    const words = await given(texts);
    const fault = lineFault({ code, facts: { max: 254, cells: 3, expected: 5, firstLine: 21 } });
    for (const sentence of [words.what(fault), words.todo(fault)]) expect(sentence).toMatch(/^[^{}]+[.)]$/);
    expect(words.what(fault)).not.toContain('members.');
  });

  it.each(IMPORT_PROBLEMS)('it is said why a file cannot be read: %s', async (code) => {
    const words = await given(texts);
    expect(words.problem({ code, line: 7 })).toMatch(/^(Line|Zeile) 7: [^{}]+$/);
    expect(words.problem({ code, line: null })).not.toMatch(/members\.|[{}]/);
  });

  it('there is a word for each state, outcome, way of writing and field', () => {
    expect(Object.keys(texts.import.state)).toEqual([...IMPORT_STATES]);
    expect(Object.keys(texts.import.became)).toEqual([...IMPORT_OUTCOMES]);
    expect(Object.keys(texts.import.reading.encoding).toSorted()).toEqual([...IMPORT_ENCODINGS].toSorted());
    expect(Object.keys(texts.import.field).toSorted()).toEqual([...IMPORT_FIELDS, 'none'].toSorted());
  });
});

describe('the words of an import', () => {
  it('name a column by the letter spreadsheet programs give it', async () => {
    expect([1, 26, 27, 52, 53, 200, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'GR', 'AAA']);
    const words = await given();
    expect(words.column(lineFault({ column: 28, field: 'site' }))).toBe('AB · Site');
    expect(words.column(lineFault({ column: 2, field: null }))).toBe('B');
    expect(words.column(lineFault({ column: null, field: 'firstName' }))).toBe('First name');
    expect(words.column(lineFault({ column: null, field: null }))).toBe('whole line');
  });

  it('say what the button does', async () => {
    const words = await given();
    expect(words.deed(COUNTS)).toBe('Add 4,997 members');
    expect(words.deed({ ...COUNTS, new: 1 })).toBe('Add 1 member');
    expect(words.deed({ ...COUNTS, new: 0, changed: 2, existing: 1 })).toBe('Change 3 members');
    expect(words.deed({ ...COUNTS, changed: 2 })).toBe('Add 4,997 and change 2 members');
  });

  it('say who brought it by number, and what stands between columns', async () => {
    const words = await given();
    expect(words.by(memberImport().by)).toBe('M-10001 (you)');
    expect(words.by({ ...memberImport().by, me: false })).toBe('M-10001');
    expect(IMPORT_DELIMITERS.map((one) => words.delimiter(one))).toEqual(['Comma ,', 'Semicolon ;', 'Tab']);
  });
});
