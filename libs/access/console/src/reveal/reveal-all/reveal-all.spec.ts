import type { GrantInForce, ProfileCategory, Revealed, Sight } from '@smartpar/access/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { provideAbilities } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { Reveals } from '../reveals';
import { RevealAll } from './reveal-all';

const NAME = 'user.name';
const EMAIL = 'user.contact.email.work';
const PHONE = 'user.contact.phone_number.work';
const ANSWER: Revealed = { revealId: 'r1', at: '2026-03-02T09:00:00Z', values: { [NAME]: 'Mira Moorgreen', [PHONE]: null }, fields: [] };

const grant = (category: ProfileCategory, ...purposes: GrantInForce['purposes'][number][]): GrantInForce => ({
  ...{ id: `helpdesk ${category}`, category, mode: 'on-reveal', purposes, scope: 'all', until: null },
});
const sight = (hidden: readonly ProfileCategory[]): Sight => ({
  [NAME]: hidden.includes(NAME) ? 'on-reveal' : 'shown',
  [EMAIL]: hidden.includes(EMAIL) ? 'on-reveal' : 'shown',
  [PHONE]: hidden.includes(PHONE) ? 'on-reveal' : 'shown',
  ...{ 'user.contact.email.private': 'hidden', 'user.contact.phone_number.private': 'hidden', 'user.workplace': 'shown', 'user.location': 'shown' },
});

async function open(hidden: readonly ProfileCategory[], grants: readonly GrantInForce[], answer: Revealed | undefined = ANSWER) {
  const page = await mount(RevealAll, {
    texts: { access: en },
    inputs: { organizationId: 'o1', memberId: 'm1', sight: sight(hidden), about: 'M-10422' },
    providers: [provideAbilities('o1', [], [...grants])],
  });
  const asked = jest.spyOn(page.fixture.debugElement.injector.get(Reveals), 'open').mockResolvedValue(answer);
  const revealed: Revealed[] = [];
  page.component.revealed.subscribe((one) => revealed.push(one));
  return { page, asked, revealed, button: page.element.querySelector('button') };
}

describe('everything hidden of a member', () => {
  it('is revealed in one look, with one purpose and one reason', async () => {
    const { page, asked, revealed, button } = await open([NAME, PHONE], [grant(NAME, 'support'), grant(PHONE, 'support', 'security')]);
    expect(button?.textContent.trim()).toBe('Reveal everything hidden');
    await expectAccessible(page.element);
    button?.click();
    await page.settle();
    expect(asked).toHaveBeenCalledWith({ organizationId: 'o1', memberId: 'm1', categories: [NAME, PHONE], about: 'M-10422' });
    expect(revealed).toEqual([ANSWER]);
  });

  it.each<[string, readonly ProfileCategory[], readonly GrantInForce[]]>([
    ['one thing is hidden only', [PHONE], [grant(PHONE, 'support')]],
    ['no purpose is good for all of it', [NAME, PHONE], [grant(NAME, 'support'), grant(PHONE, 'security')]],
    ['there is no access to some of it', [NAME, PHONE], [grant(PHONE, 'support')]],
  ])('is not offered at once where %s', async (_, hidden, grants) => {
    expect((await open(hidden, grants)).button).toBeNull();
  });

  it('stays hidden where the reader thinks better of it, or another member stands there by then', async () => {
    const grants = [grant(NAME, 'support'), grant(PHONE, 'support')];
    const { page, asked, revealed, button } = await open([NAME, PHONE], grants);
    asked.mockResolvedValueOnce(undefined);
    button?.click();
    await page.settle();
    asked.mockImplementationOnce(() => {
      page.fixture.componentRef.setInput('memberId', 'm2');
      return Promise.resolve(ANSWER);
    });
    button?.click();
    await page.settle();
    expect(revealed).toEqual([]);
  });
});
