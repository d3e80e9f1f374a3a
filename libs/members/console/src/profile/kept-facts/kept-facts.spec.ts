import { provideAbilities } from '@smartpar/access/console/testing';
import { loadAccessTexts, Reveals } from '@smartpar/access/console';
import type { GrantInForce } from '@smartpar/access/model';
import type { MemberView } from '@smartpar/members/model';
import { TestBed } from '@angular/core/testing';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { HELPDESK_SIGHT, memberView, ORGANIZATION, SHIRT } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { KeptFacts } from './kept-facts';

const GRANT: GrantInForce = { id: 'helpdesk workplace', category: 'user.workplace', mode: 'on-reveal', purposes: ['support'], scope: 'all', until: null };
const MANAGER = { id: 'member-2', number: 10_423 };

const show = async (facts: Partial<MemberView> = {}): Promise<Mounted<KeptFacts>> =>
  mount(KeptFacts, {
    texts: { members: en, access: await loadAccessTexts('en') },
    inputs: { organizationId: ORGANIZATION, member: memberView(facts) },
    providers: [provideAbilities(ORGANIZATION, [], [GRANT])],
  });

describe('what else is kept of a member', () => {
  it('is said with where each value comes from and who may change it', async () => {
    const page = await show({
      profile: { department: 'Night shift', employeeNumber: 'N-0471', manager: MANAGER, country: 'DE', timeZone: null },
      fields: { department: { source: 'directory', since: '2026-03-02T09:00:00Z', editors: ['directory'] } },
      attributes: [SHIRT],
    });
    for (const words of ['Department Night shift From the directory, 2 March 2026.', 'Employee number N-0471', 'Country Germany', 'Shirt size M']) {
      expect(page.text()).toContain(words);
    }
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe(`/org/${ORGANIZATION}/members/member-2`);
    await expectAccessible(page.element);
  });

  it('says yes, no and days in words', async () => {
    const page = await show({
      attributes: [
        { ...SHIRT, id: 'a-1', name: 'Has keys', kind: 'yes-no', choices: [], value: 'no' },
        { ...SHIRT, id: 'a-2', name: 'First aid until', kind: 'date', choices: [], value: '2027-01-31' },
      ],
    });
    expect(page.text()).toContain('Has keys No');
    expect(page.text()).toContain('First aid until 31 January 2027');
  });

  it('is masked where it is hidden, and one look shows every value of its category in its place', async () => {
    const { value: _, ...hidden } = SHIRT;
    const page = await show({ profile: {}, fields: {}, sight: { ...HELPDESK_SIGHT }, attributes: [hidden] });
    const fields = [
      { category: 'user.workplace' as const, field: 'department', value: 'Night shift' },
      { category: 'user.workplace' as const, field: SHIRT.id, value: 'M' },
    ];
    const buttons = [...page.element.querySelectorAll('sp-masked-value button')].filter(({ textContent }) => textContent?.includes('Reveal'));
    expect(buttons).toHaveLength(1);
    const answer = { revealId: 'r1', at: '2026-03-02T09:00:00Z', values: { 'user.workplace': 'Night shift' }, fields };
    jest.spyOn(TestBed.inject(Reveals), 'open').mockResolvedValue(answer);
    const looked = jest.fn();
    page.fixture.componentInstance.looked.subscribe(looked);
    [...page.element.querySelectorAll<HTMLButtonElement>('sp-masked-value button')].find(({ textContent }) => textContent?.includes('Reveal'))?.click();
    await page.settle();
    expect(page.text()).toContain('Department Place at work: Night shift');
    expect(looked).toHaveBeenCalledWith(answer);
    page.fixture.componentRef.setInput('together', answer);
    await page.settle();
    expect(page.text()).toContain('Shirt size Place at work: M');
    expect(page.text()).toContain('Employee number Place at work: None kept');
  });
});
