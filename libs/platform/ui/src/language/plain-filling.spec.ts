import { TestBed } from '@angular/core/testing';
import { PlainFilling } from './plain-filling';

const filled = (value: unknown, params: Record<string, unknown> = {}): unknown =>
  TestBed.inject(PlainFilling).transpile({ value, params, translation: { name: 'another text' }, key: 'key' });

describe('filling names into sentences', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [PlainFilling] }));

  it('puts each figure in its place', () => {
    expect(filled('{{ count }} of {{total}}', { count: 2, total: 3 })).toBe('2 of 3');
  });

  it('takes a name as it is, even one that looks like a place to fill', () => {
    expect(filled('Called {{ name }}.', { name: '{{ name }}' })).toBe('Called {{ name }}.');
    expect(filled('Called {{ name }}.', { name: '$& {{ other }}', other: 'x' })).toBe('Called $& {{ other }}.');
  });

  it('leaves a place empty that nothing was given for', () => {
    expect(filled('by {{ day }}')).toBe('by ');
  });

  it('leaves groups of texts to Transloco', () => {
    expect(filled({ one: 'a' })).toEqual({ one: 'a' });
  });
});
