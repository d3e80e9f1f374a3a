import { mount } from '../../testing/src';
import { Address } from './address';

describe('an e-mail address', () => {
  it('may break behind its @ and nowhere changes', async () => {
    const page = await mount(Address, { inputs: { of: 'mira.osei@nordwerk.example' } });
    expect(page.element.textContent).toBe('mira.osei@nordwerk.example');
    expect(page.element.innerHTML).toContain('mira.osei@<wbr>nordwerk.example');
  });

  it('is shown whole where it has no @', async () => {
    const page = await mount(Address, { inputs: { of: 'mira' } });
    expect(page.element.textContent).toBe('mira');
  });
});
