import { provideAbilities } from '@smartpar/access/console/testing';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import type { RequestView } from '@smartpar/requests/model';
import { ORGANIZATION, requestView } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { Facts } from './facts';

const show = (facts: Partial<RequestView> = {}): Promise<Mounted<Facts>> =>
  mount(Facts, {
    texts: { requests: en },
    inputs: { organizationId: ORGANIZATION, request: requestView(facts) },
    providers: [provideAbilities(ORGANIZATION, [{ action: 'assign', subject: 'privacy-request' }])],
  });

describe('the facts of a request', () => {
  it('say what it is, where it stands and who asks', async () => {
    const page = await show();
    expect(page.text()).toContain('What it is Question');
    expect(page.text()).toContain('Somebody from outside');
    expect(page.text()).toContain('Not shown to be theirs');
    await expectAccessible(page.element);
  });

  it('name a member by number only', async () => {
    const page = await show({ person: { memberId: 'm1', memberNumber: 10422, identifier: null, proved: true } });
    expect(page.text()).toContain('M-10422');
    expect(page.text()).not.toContain('Says to use');
  });

  it('say that an address was shown to be theirs', async () => {
    const page = await show({ person: { memberId: null, memberNumber: null, identifier: 'mira@nordwerk.example', proved: true } });
    expect(page.text()).toContain('Shown to be theirs');
  });

  it('say how it ended, and no longer let it be changed', async () => {
    const page = await show({ state: 'answered', outcome: 'refused', closedAt: '2099-03-20T12:00:00Z' });
    expect(page.text()).toContain('Refused, with reasons 20 March 2099');
    expect(page.element.querySelector('button')).toBeNull();
  });

  it('say that a complaint is about a member, and not about which', async () => {
    expect((await show({ kind: 'complaint', aboutMemberId: 'member-2' })).text()).toContain('A member of this organization. That member never sees it.');
  });

  it('are changed by those who answer only', async () => {
    expect((await show()).element.querySelector('button')?.textContent).toContain('Change');
  });

  it('cannot be changed by those who only read', async () => {
    expect((await show({ may: { answer: false, assign: false, handOver: false } })).element.querySelector('button')).toBeNull();
  });
});
