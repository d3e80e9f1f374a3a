import type { PasswordJudge, PasswordVerdict } from '@smartpar/identity/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { PasswordJudges } from './password-judges';
import { PasswordMeter } from './password-meter';

const own = { email: 'ines@nordwerk.example' };
const verdicts: Readonly<Record<string, PasswordVerdict>> = {
  'tidal lantern': { score: 4, fault: null, warning: null, suggestions: [] },
  qwertz: { score: 1, fault: 'too_weak', warning: 'straightRow', suggestions: ['anotherWord', 'longerKeyboardPattern'] },
};

/** A judge that knows two passwords, and how often it was fetched. */
function judges() {
  const judge: PasswordJudge = { judge: (password) => verdicts[password] ?? { score: 0, fault: 'too_short', warning: null, suggestions: [] } };
  return { load: jest.fn(() => Promise.resolve(judge)) };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 200));

async function judged(password: string, source = judges()) {
  const page = await mount(PasswordMeter, { texts: { identity: en }, inputs: { password, own }, providers: [{ provide: PasswordJudges, useValue: source }] });
  await page.settle();
  await pause();
  await page.settle();
  return page;
}

describe('the password meter', () => {
  it('fetches its dictionaries only once somebody types', async () => {
    const source = judges();
    const page = await judged('', source);
    expect(source.load).not.toHaveBeenCalled();
    page.fixture.componentRef.setInput('password', 'tidal lantern');
    await page.settle();
    expect(source.load).toHaveBeenCalledTimes(1);
  });

  it('praises what is good', async () => {
    const page = await judged('tidal lantern');
    expect(page.text()).toBe('Very good');
    expect(page.element.querySelectorAll('.full.fit')).toHaveLength(4);
    await expectAccessible(page.element);
  });

  it('says what is wrong, why, and what would help', async () => {
    const page = await judged('qwertz');
    expect(page.text()).toContain('This is easy to guess.');
    expect(page.text()).toContain('Keys in a row');
    expect(page.text()).toContain('Add another word');
    expect(page.element.querySelectorAll('.full')).toHaveLength(1);
    await expectAccessible(page.element);
  });

  it('says nothing once the field is empty again', async () => {
    const page = await judged('qwertz');
    page.fixture.componentRef.setInput('password', '');
    await page.settle();
    expect(page.text()).toBe('');
  });

  it('stays silent where its dictionaries cannot be fetched: the server decides anyway', async () => {
    const page = await judged('qwertz', { load: jest.fn(() => Promise.reject(new Error('offline'))) });
    expect(page.text()).toBe('');
  });

  it('judges with the real dictionaries', async () => {
    const page = await mount(PasswordMeter, {
      texts: { identity: en },
      inputs: { password: 'nordwerk2026', own: { ...own, organizationNames: ['Nordwerk'] } },
    });
    for (let round = 0; round < 50 && page.text() === ''; round += 1) {
      await pause();
      await page.settle();
    }
    expect(page.text()).toContain('made of your name, address or organization');
  }, 20_000);
});
