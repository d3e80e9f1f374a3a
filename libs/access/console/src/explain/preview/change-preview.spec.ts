import type { ThoughtOfChange } from '@smartpar/access/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { previewExample, provideAbilities, sightExample } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import roles from '../../roles/i18n/en.json' with { type: 'json' };
import explain from '../i18n/en.json' with { type: 'json' };
import { ChangePreview } from './change-preview';

const CHANGE: ThoughtOfChange = { kind: 'give-role', role: 'helpdesk', scope: { kind: 'all' } };

async function open(more: Parameters<typeof previewExample>[0] = {}) {
  const page = await mount(ChangePreview, {
    texts: { access, roles, explain },
    inputs: { organizationId: 'o1', memberId: 'member-2', change: CHANGE },
    providers: [provideAbilities('o1', [])],
  });
  const call = page.http.expectOne({ method: 'POST', url: '/api/organizations/o1/members/member-2/explanation/preview' });
  expect(call.request.body).toEqual(CHANGE);
  call.flush(previewExample(more));
  await page.settle();
  return page;
}

describe('what a change would make different', () => {
  it('is said in plain words before anything is saved', async () => {
    const page = await open();
    expect(page.text()).toContain('M-10422 could then also:');
    expect(page.text()).toContain('M-10422 would then also see:');
    expect(page.text()).toContain('Work phone: Hidden, can be revealed. Of everybody, for: Helping somebody use the app');
    await expectAccessible(page.element);
  });

  it('says what goes, and what something else gives them as well', async () => {
    const page = await open({ abilities: { gained: [], lost: ['member.find'] }, sight: { gained: [], lost: [{ ...sightExample(), nothingNew: true }] } });
    expect(page.text()).toContain('M-10422 could then no longer:');
    expect(page.text()).toContain('M-10422 would then no longer see:');
    expect(page.text()).toContain('Something else lets them see as much.');
  });

  it('says where nothing changes, and where it would not count yet', async () => {
    const page = await open({ stops: ['not-active'], abilities: { gained: [], lost: [] }, sight: null });
    expect(page.text()).toContain('Nothing would change for M-10422.');
    expect(page.text()).toContain('It would count once that is over.');
    expect(page.text()).toContain('is told only to those who may read that.');
  });
});
