import { TestBed } from '@angular/core/testing';
import { StoredChoice } from './stored-choice';

describe('a stored choice', () => {
  beforeEach(() => localStorage.clear());

  it('is there until it is forgotten', () => {
    const stored = TestBed.inject(StoredChoice);
    stored.write('theme', 'dark');
    expect(stored.read('theme')).toBe('dark');
    stored.write('theme', null);
    expect(stored.read('theme')).toBeNull();
  });

  it('is simply not there where storage is switched off', () => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
    const stored = TestBed.inject(StoredChoice);
    expect(() => stored.write('theme', 'dark')).not.toThrow();
    expect(stored.read('theme')).toBeNull();
  });
});
