import { TestBed } from '@angular/core/testing';
import { Appearance } from './appearance';

const begin = (): Appearance => {
  const appearance = TestBed.inject(Appearance);
  TestBed.tick();
  return appearance;
};

describe('how the console looks', () => {
  const root = document.documentElement;
  beforeEach(() => {
    localStorage.clear();
    delete root.dataset['theme'];
    delete root.dataset['density'];
  });

  it('leaves the theme to the system until somebody chooses', () => {
    begin();
    expect(root.dataset['theme']).toBeUndefined();
    expect(root.dataset['density']).toBeUndefined();
  });

  it('takes up what was chosen before on this device', () => {
    localStorage.setItem('theme', 'dark');
    localStorage.setItem('density', 'compact');
    begin();
    expect(root.dataset['theme']).toBe('dark');
    expect(root.dataset['density']).toBe('compact');
  });

  it('changes at once, remembers, and forgets when the system is chosen again', () => {
    const appearance = begin();
    appearance.useTheme('light');
    appearance.useDensity('compact');
    TestBed.tick();
    expect(root.dataset['theme']).toBe('light');
    expect(localStorage.getItem('theme')).toBe('light');
    appearance.useTheme('system');
    appearance.useDensity('comfortable');
    TestBed.tick();
    expect(root.dataset['theme']).toBeUndefined();
    expect(localStorage).toHaveLength(0);
  });

  it('makes nothing of a stored word it does not know', () => {
    localStorage.setItem('theme', 'neon');
    expect(begin().theme()).toBe('system');
  });
});
