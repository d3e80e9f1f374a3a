import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { clockText, countdown } from './countdown';

describe('what is left', () => {
  it.each([
    [0, '0:00'],
    [9, '0:09'],
    [727, '12:07'],
    [3_909, '1:05:09'],
    [28_800, '8:00:00'],
  ])('of %d seconds reads %s', (seconds, text) => expect(clockText(seconds)).toBe(text));

  it('is counted down to nothing, and follows another end', () => {
    jest.useFakeTimers({ now: Date.parse('2026-03-02T09:00:00Z') });
    const until = signal<string | null>('2026-03-02T09:00:02Z');
    const left = TestBed.runInInjectionContext(() => countdown(until));
    TestBed.tick();
    expect(left()).toBe(2);
    jest.advanceTimersByTime(1_000);
    expect(left()).toBe(1);
    jest.advanceTimersByTime(5_000);
    expect(left()).toBe(0);
    until.set('2026-03-02T09:01:06Z');
    TestBed.tick();
    expect(left()).toBe(60);
    until.set(null);
    TestBed.tick();
    expect(left()).toBe(0);
    jest.useRealTimers();
  });
});
