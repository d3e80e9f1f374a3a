import { TestBed } from '@angular/core/testing';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { Reload } from './reload';
import { Unreachable } from './unreachable';
import { UnreachableHarness } from './unreachable.harness';

describe('the page shown when the server does not answer', () => {
  it('says that nothing is lost', async () => {
    const page = await mount(Unreachable, { texts: en });
    expect(page.text()).toContain('Nothing is lost');
    await expectAccessible(page.element);
  });

  it('tries again by loading the same address', async () => {
    const page = await mount(Unreachable, { texts: en });
    const reload = jest.spyOn(TestBed.inject(Reload), 'now').mockReturnValue(undefined);
    await (await page.part(UnreachableHarness)).retry();
    expect(reload).toHaveBeenCalledTimes(1);
  });
});
