import { PROFILE_CATEGORIES, REVEAL_SECONDS, type GrantInForce, type Revealed } from '@smartpar/access/model';
import { CopyButtonHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { provideAbilities } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import type { RevealTopic } from '../reveal-topic';
import { Reveals } from '../reveals';
import { MaskedValue } from './masked-value';
import { MaskedValueHarness } from './masked-value.harness';

const PHONE = 'user.contact.phone_number.work';
const GRANT: GrantInForce = { id: 'helpdesk phone', category: PHONE, mode: 'on-reveal', purposes: ['support'], scope: 'all', until: null };
const revealed = (value: string | null): Revealed => ({ revealId: 'r1', at: '2026-03-02T09:00:00Z', values: { [PHONE]: value }, fields: [] });

async function open(inputs: Record<string, unknown>, answer: Revealed | null = revealed('+49 30 1234567'), grants = [GRANT]) {
  const asked: RevealTopic[] = [];
  const page = await mount(MaskedValue, {
    texts: { access: en },
    inputs: { organizationId: 'o1', memberId: 'm1', category: PHONE, sight: 'on-reveal', ...inputs },
    providers: [provideAbilities('o1', [], grants)],
  });
  jest.spyOn(page.fixture.debugElement.injector.get(Reveals), 'open').mockImplementation((topic) => Promise.resolve((asked.push(topic), answer ?? undefined)));
  return { page, asked, value: await page.part(MaskedValueHarness) };
}

/** Lets time go by, in steps of a second. */
async function pass(page: Mounted<MaskedValue>, seconds: number): Promise<void> {
  jest.advanceTimersByTime(seconds * 1000);
  page.fixture.detectChanges();
}

describe('a value of a member', () => {
  it('is read where it may be seen', async () => {
    const { page, value } = await open({ sight: 'shown', value: '+49 30 1234567' });
    expect([await value.value(), await value.dots(), await value.mayReveal()]).toEqual(['+49 30 1234567', null, false]);
    await expectAccessible(page.element);
  });

  it.each([null, undefined, ''])('says that none is kept: %j', async (kept) => {
    const { value } = await open({ sight: 'shown', value: kept });
    expect(await value.value()).toBe('None kept');
  });

  it('is never read behind a mask, even where it was handed over', async () => {
    const { page } = await open({ sight: 'hidden', value: '+49 30 1234567' });
    expect(page.text()).not.toContain('1234567');
  });
});

describe('a mask', () => {
  it.each(PROFILE_CATEGORIES)('of %s is eight dots whatever is behind it', async (category) => {
    const { page, value } = await open({ category, sight: 'hidden' });
    expect(await value.dots()).toBe('••••••••');
    await expectAccessible(page.element);
  });

  it('is heard in words, never as dots', async () => {
    const { value, page } = await open({ category: 'user.contact.email.work', sight: 'hidden' });
    expect(await value.heard()).toBe('Hidden e-mail address');
    expect(page.element.querySelector('.dots')?.getAttribute('aria-hidden')).toBe('true');
  });

  it.each([
    ['there is no grant', { sight: 'hidden' }, [GRANT]],
    ['the grant names another category', { sight: 'on-reveal', category: 'user.name' }, [GRANT]],
    ['the grant has gone meanwhile', { sight: 'on-reveal' }, []],
  ])('offers nothing where %s', async (_, inputs, grants) => {
    expect(await (await open(inputs, null, grants)).value.mayReveal()).toBe(false);
  });

  it('says who grants sight where it stays, on the page of whom it is about', async () => {
    const { page } = await open({ sight: 'hidden', about: 'M-10422' });
    expect(page.text()).toContain('How do I get access? : Work phone');
    await expectAccessible(page.element);
  });

  it.each([
    ['in a list, which has no room for it', { sight: 'hidden' }],
    ['where it can be revealed', { sight: 'on-reveal', about: 'M-10422' }],
  ])('says nothing of it %s', async (_, inputs) => {
    const { page } = await open(inputs);
    expect(page.text()).not.toContain('How do I get access?');
  });
});

describe('revealing', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['setTimeout', 'queueMicrotask', 'nextTick', 'setImmediate'] }));
  afterEach(() => jest.useRealTimers());

  it.each([
    ['the button', (value: MaskedValueHarness) => value.press()],
    ['R', (value: MaskedValueHarness) => value.key('r')],
  ])('by %s asks for a reason, and shows the value', async (_, act) => {
    const { page, asked, value } = await open({ about: 'M-10422' });
    await act(value);
    await page.settle();
    expect(asked).toEqual([{ organizationId: 'o1', memberId: 'm1', categories: [PHONE], about: 'M-10422' }]);
    expect(await value.value()).toContain('+49 30 1234567');
    expect(await page.part(CopyButtonHarness)).toBeDefined();
    expect(document.activeElement?.textContent).toContain('+49 30 1234567');
    await expectAccessible(page.element);
  });

  it('says so where nothing is kept', async () => {
    const { page, value } = await open({}, revealed(null));
    await value.press();
    await page.settle();
    expect(await value.value()).toContain('None kept');
  });

  it.each([
    ['the person thought better of it', (value: MaskedValueHarness) => value.press()],
    ['another key was pressed', (value: MaskedValueHarness) => value.key('x')],
  ])('leaves the mask where %s', async (_, act) => {
    const { page, value } = await open({}, null);
    await act(value);
    await page.settle();
    expect(await value.dots()).not.toBeNull();
  });

  it('ends after a minute, and not before', async () => {
    const { page, value } = await open({});
    await value.press();
    await page.settle();
    await pass(page, REVEAL_SECONDS - 1);
    expect(page.text()).toContain('hidden again in 1 s');
    await pass(page, 1);
    expect(page.text()).not.toContain('1234567');
    expect(await value.mayReveal()).toBe(true);
  });

  it('ends when the reader says so, and the focus is on the button again', async () => {
    const { page, value } = await open({});
    await value.press();
    await page.settle();
    page.element.querySelector<HTMLElement>('.buttons > button')?.focus();
    await value.hide();
    await page.settle();
    expect(page.text()).not.toContain('1234567');
    expect(document.activeElement?.getAttribute('aria-keyshortcuts')).toBe('R');
  });

  it('ends when another member takes the place', async () => {
    const { page, value } = await open({});
    await value.press();
    await page.settle();
    page.fixture.componentRef.setInput('memberId', 'm2');
    await page.settle();
    expect(page.text()).not.toContain('1234567');
  });
});
