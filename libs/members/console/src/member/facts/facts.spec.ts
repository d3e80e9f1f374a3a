import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideAbilities, MaskedValueHarness } from '@smartpar/access/console/testing';
import type { GrantInForce } from '@smartpar/access/model';
import type { MemberView } from '@smartpar/members/model';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { TestBed } from '@angular/core/testing';
import { Reveals } from '@smartpar/access/console';
import { HELPDESK_SIGHT, ORGANIZATION, memberView } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { Facts } from './facts';

const GRANT: GrantInForce = {
  id: 'helpdesk phone',
  category: 'user.contact.phone_number.work',
  mode: 'on-reveal',
  purposes: ['support'],
  scope: 'all',
  until: null,
};

/** Name, address, phone, and everything else that is kept. */
const MASKED = 11;

const show = (facts: Partial<MemberView> = {}, grants: readonly GrantInForce[] = [GRANT]): Promise<Mounted<Facts>> =>
  mount(Facts, {
    texts: { members: en },
    inputs: { organizationId: ORGANIZATION, member: memberView(facts) },
    providers: [provideAbilities(ORGANIZATION, [], [...grants])],
  });

describe('what is known of a member', () => {
  it('is read where it is shown, and can be revealed where it is not', async () => {
    const page = await show();
    expect(page.text()).toContain('Mira Moorgreen');
    expect(page.element.querySelector('sp-address')?.textContent).toBe('mira@nordwerk.example');
    const masks = await TestbedHarnessEnvironment.loader(page.fixture).getAllHarnesses(MaskedValueHarness);
    const phone = masks[1];
    expect([await phone?.value(), await phone?.mayReveal()]).toEqual([null, true]);
    await expectAccessible(page.element);
  });

  it('is masked all over for those to whom all of it is hidden', async () => {
    const page = await show({ profile: {}, sight: { ...HELPDESK_SIGHT } });
    expect(page.element.querySelectorAll('.mask')).toHaveLength(MASKED);
    expect(page.text()).toContain('Harbour');
  });

  it('is revealed all at once where all of it is hidden, and hidden again with the next member', async () => {
    const grants = [GRANT, { ...GRANT, category: 'user.name' as const }, { ...GRANT, category: 'user.contact.email.work' as const }];
    const sight = { ...HELPDESK_SIGHT, 'user.workplace': 'hidden', 'user.location': 'hidden' } as const;
    const page = await show({ profile: {}, sight }, grants);
    const values = { 'user.name': 'Mira Moorgreen', 'user.contact.email.work': 'mira@nordwerk.example', 'user.contact.phone_number.work': null };
    const fields = [{ category: 'user.contact.email.work' as const, field: 'email', value: 'mira@nordwerk.example' }];
    jest.spyOn(TestBed.inject(Reveals), 'open').mockResolvedValue({ revealId: 'r1', at: '2026-03-02T09:00:00Z', values, fields });
    page.element.querySelector<HTMLButtonElement>('sp-reveal-all button')?.click();
    await page.settle();
    for (const said of ['Mira Moorgreen', 'mira@nordwerk.example']) expect(page.text()).toContain(said);
    // of what was not asked for, work and place, nothing is shown
    expect(page.element.querySelectorAll('.mask')).toHaveLength(MASKED - 4);
    await expectAccessible(page.element);
    page.fixture.componentRef.setInput('member', memberView({ id: 'member-2', profile: {}, sight: { ...HELPDESK_SIGHT } }));
    await page.settle();
    expect(page.element.querySelectorAll('.mask')).toHaveLength(MASKED);
  });

  it.each([
    ['waiting', 'the link works until 12 January 2026'],
    ['expired', 'the link stopped working on 12 January 2026'],
    ['withdrawn', 'was withdrawn'],
  ] as const)('says what became of the invitation: %s', async (state, sentence) => {
    const page = await show({ signsIn: false, invitation: { state, sentAt: '2026-01-05T09:00:00Z', expiresAt: '2026-01-12T09:00:00Z' } });
    expect(page.text()).toContain('Cannot sign in yet.');
    expect(page.text()).toContain(sentence);
  });

  it('is silent about the way there once somebody signs in', async () => {
    expect((await show()).text()).not.toContain('invitation');
  });

  it('says that there is no site and no role', async () => {
    const page = await show({ site: null, roles: [] });
    expect(page.text()).toContain('No role');
    expect(page.text()).toContain('No site');
  });
});
