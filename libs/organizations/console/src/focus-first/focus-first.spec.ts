import { Component } from '@angular/core';
import { mount } from '@smartpar/platform/ui/testing';
import { FocusFirst } from './focus-first';

@Component({
  selector: 'sp-asking',
  imports: [FocusFirst],
  template: '<form spFocusFirst><button type="button">Why?</button><input id="first" /><input id="second" /></form>',
})
class Asking {}

it('puts the cursor into the first field of a form that appears', async () => {
  await mount(Asking);
  expect(document.activeElement?.id).toBe('first');
});
