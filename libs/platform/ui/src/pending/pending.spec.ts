import { Component, signal } from '@angular/core';
import { expectAccessible, mount } from '../../testing/src';
import { Problem } from '../problem/problem';
import { Pending } from './pending';
import { PendingHarness } from './pending.harness';

const reads = { isLoading: signal(true), error: signal<unknown>(undefined), reload: jest.fn() };

@Component({ selector: 'sp-awaiting', imports: [Pending], template: '<sp-pending [of]="read" [lines]="3" />' })
class Awaiting {
  protected readonly read = reads;
}

describe('what stands in for something that is not here yet', () => {
  beforeEach(() => {
    reads.isLoading.set(true);
    reads.error.set(undefined);
    reads.reload = jest.fn();
  });
  afterEach(() => jest.useRealTimers());

  it('shows nothing for 200 ms, so that what is quick does not flicker', async () => {
    const page = await mount(Awaiting);
    expect(page.text()).toBe('');
  });

  it('shows a skeleton of so many lines afterwards, and says that something is loading', async () => {
    const page = await mount(Awaiting);
    await new Promise((resolve) => setTimeout(resolve, 220));
    await page.settle();
    expect(page.element.querySelectorAll('.bone')).toHaveLength(3);
    expect(page.element.querySelector('[role=status]')?.textContent).toContain('Loading');
    await expectAccessible(page.element);
  });

  it('takes the skeleton away once the thing is here', async () => {
    const page = await mount(Awaiting);
    await new Promise((resolve) => setTimeout(resolve, 220));
    reads.isLoading.set(false);
    await page.settle();
    expect(await (await page.part(PendingHarness)).isSkeletonShown()).toBe(false);
  });

  it('is busy from the first moment, and no longer once the thing is here', async () => {
    const page = await mount(Awaiting);
    const busy = () => page.element.querySelector('sp-pending')?.getAttribute('aria-busy');
    expect(busy()).toBe('true');
    reads.isLoading.set(false);
    await page.settle();
    expect(busy()).toBeNull();
  });

  it('says what went wrong and tries again when asked to', async () => {
    const page = await mount(Awaiting);
    reads.isLoading.set(false);
    reads.error.set(new Problem({ status: 0, code: 'unreachable', detail: '' }));
    await page.settle();
    expect(page.text()).toContain('cannot be reached');
    await (await page.part(PendingHarness)).retry();
    expect(reads.reload).toHaveBeenCalledTimes(1);
    await expectAccessible(page.element);
  });
});
