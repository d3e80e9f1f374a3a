import { Component, signal } from '@angular/core';
import { mount } from '@smartpar/platform/ui/testing';
import { provideAbilities } from '../../testing/src';
import { CanDirective } from './can-directive';
import { CanPipe } from './can-pipe';

@Component({
  selector: 'sp-asking',
  imports: [CanDirective, CanPipe],
  template: `
    <b *can="'read'; on: 'privacy-request'">reads</b>
    <b *can="'answer'; on: 'privacy-request'; of: request(); else locked">answers</b>
    <ng-template #locked>locked</ng-template>
    @if ('answer' | can: 'privacy-request' : request()) {
      piped
    }
  `,
})
class Asking {
  readonly request = signal({ assigneeId: 'm1' });
}

const providers = [
  provideAbilities('o1', [
    { action: 'read', subject: 'privacy-request' },
    { action: 'answer', subject: 'privacy-request', conditions: { assigneeId: 'm1' } },
  ]),
];

describe('asking in a template', () => {
  it('shows what may be done', async () => {
    expect((await mount(Asking, { providers })).text()).toBe('reads answers piped');
  });

  it('shows something else in the place of what may not', async () => {
    const page = await mount(Asking, { providers });
    page.component.request.set({ assigneeId: 'm2' });
    await page.settle();
    expect(page.text()).toBe('reads locked');
  });

  it('shows nothing to whom nothing is allowed', async () => {
    const page = await mount(Asking, { providers: [provideAbilities('o1', [])] });
    expect(page.text()).toBe('locked');
  });
});
