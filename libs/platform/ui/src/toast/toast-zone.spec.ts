import { TestBed } from '@angular/core/testing';
import { expectAccessible, mount } from '../../testing/src';
import { ToastZone } from './toast-zone';
import { ToastZoneHarness } from './toast-zone.harness';
import { Toasts } from './toasts';

describe('a toast', () => {
  it('says what has been done, to those who hear the page too', async () => {
    const page = await mount(ToastZone);
    TestBed.inject(Toasts).show('Assigned to Dana Reyes');
    await page.settle();
    expect(await (await page.part(ToastZoneHarness)).sentence()).toBe('Assigned to Dana Reyes');
    expect(page.element.getAttribute('role')).toBe('status');
    await expectAccessible(page.element);
  });

  it('takes back what was done, once', async () => {
    const undo = jest.fn();
    const page = await mount(ToastZone);
    TestBed.inject(Toasts).show('Assigned', undo);
    await page.settle();
    const toast = await page.part(ToastZoneHarness);
    await toast.undo();
    expect(undo).toHaveBeenCalledTimes(1);
    expect(await toast.sentence()).toBeNull();
  });

  it('offers no way back where there is none', async () => {
    const page = await mount(ToastZone);
    TestBed.inject(Toasts).show('Sent');
    await page.settle();
    expect(page.element.querySelectorAll('button')).toHaveLength(1);
  });
});

describe('the time of a toast', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('ends by itself, but not while somebody is reaching for it', () => {
    const toasts = TestBed.inject(Toasts);
    toasts.show('Assigned');
    jest.advanceTimersByTime(7_000);
    toasts.pause();
    jest.advanceTimersByTime(60_000);
    expect(toasts.shown()?.text).toBe('Assigned');
    toasts.resume();
    jest.advanceTimersByTime(8_000);
    expect(toasts.shown()).toBeNull();
  });

  it('begins anew for the next one', () => {
    const toasts = TestBed.inject(Toasts);
    toasts.show('One');
    jest.advanceTimersByTime(7_000);
    toasts.show('Two');
    jest.advanceTimersByTime(7_000);
    expect(toasts.shown()?.text).toBe('Two');
  });
});
