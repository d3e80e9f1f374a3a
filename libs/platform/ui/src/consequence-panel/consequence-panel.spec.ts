import { expectAccessible, mount } from '../../testing/src';
import { ConsequencePanel } from './consequence-panel';
import { ConsequencePanelHarness } from './consequence-panel.harness';

const consequences = [
  { kind: 'goes', text: '214 records are deleted' },
  { kind: 'stays', text: '3 stay until 2031' },
  { kind: 'undo', text: 'It can be undone for 14 days' },
] as const;

describe('consequences', () => {
  it('say what goes, what stays and what can be taken back', async () => {
    const page = await mount(ConsequencePanel, { inputs: { heading: 'If you erase', consequences } });
    expect(await (await page.part(ConsequencePanelHarness)).sentences()).toEqual(consequences.map((one) => one.text));
    await expectAccessible(page.element);
  });

  it('differ to the eye by more than colour', async () => {
    const page = await mount(ConsequencePanel, { inputs: { heading: 'If you erase', consequences } });
    const icons = [...page.element.querySelectorAll('path')].map((path) => path.getAttribute('d'));
    expect(new Set(icons).size).toBe(3);
  });
});
