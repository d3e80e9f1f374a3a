import { Component, inject, signal } from '@angular/core';
import { mount } from '../../testing/src';
import { Language } from '../language/language';
import { CountPipe, DayPipe, DistancePipe, MomentPipe } from './format-pipes';

@Component({
  selector: 'sp-formatted',
  imports: [CountPipe, DayPipe, DistancePipe, MomentPipe],
  template: `{{ day() | day }}|{{ 1234 | count }}|{{ null | moment }}|{{ undefined | distance }}|{{ null | day }}|{{ null | count }}`,
})
class Formatted {
  readonly day = signal('2026-03-31');
  readonly language = inject(Language);
}

describe('the pipes of formats', () => {
  it('write what they are given, and nothing for nothing', async () => {
    expect((await mount(Formatted)).text()).toBe('31 March 2026|1,234||||');
  });

  it('write it anew when the language changes', async () => {
    const page = await mount(Formatted);
    await page.component.language.use('de');
    await page.settle();
    expect(page.text()).toBe('31. März 2026|1.234||||');
  });
});
