import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { explanationExample, GRANTED, provideAbilities, sightExample } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import roles from '../../roles/i18n/en.json' with { type: 'json' };
import explain from '../i18n/en.json' with { type: 'json' };
import { PersonSees } from './person-sees';

async function open(more: Parameters<typeof explanationExample>[0] = {}) {
  const page = await mount(PersonSees, {
    texts: { access, roles, explain },
    inputs: { organizationId: 'o1', memberId: 'member-2' },
    providers: [provideAbilities('o1', [])],
  });
  page.http.expectOne('/api/organizations/o1/members/member-2/explanation').flush(explanationExample(more));
  await page.settle();
  return page;
}

describe('what somebody may see and do', () => {
  it('stands kind by kind, with the rule and the way to it', async () => {
    const page = await open();
    expect(page.text()).toContain('Mira M-10422');
    expect(page.text()).toContain('Hidden, can be revealed. Of everybody, for: Helping somebody use the app');
    expect(page.text()).toContain('By the role Helpdesk, for as long as they hold it.');
    expect(page.element.querySelector('a[href="/org/o1/settings/grants"]')).not.toBeNull();
    expect(page.text()).toContain('Nothing lets them see it.');
    await expectAccessible(page.element);
  });

  it('names a grant with who allowed it and until when, an emergency as one, and nothing of a rule one may not read', async () => {
    const page = await open({
      sees: [
        sightExample({ rule: GRANTED, until: '2026-12-03T09:00:00Z', scope: { kind: 'site', places: ['Harbour', 'Hill'] } }),
        sightExample({ rule: { ...GRANTED, to: { kind: 'group', name: 'Night' } }, scope: { kind: 'members', places: [] } }),
        sightExample({ rule: { kind: 'break-glass', breakGlassId: 'b1' } }),
        sightExample({ rule: { kind: 'untold' } }),
      ],
    });
    expect(page.text()).toContain('Of everybody at Harbour and Hill, for:');
    expect(page.text()).toContain('By access that was allowed on 3 November 2026 by M-10001 (Owner).');
    expect(page.text()).toContain('Until 3 Dec 2026');
    expect(page.text()).toContain('By access for the group Night, allowed on');
    expect(page.text()).toContain('Of some members');
    expect(page.text()).toContain('Nobody was asked first.');
    expect(page.text()).toContain('By a rule that you may not read.');
    const ways = [...page.element.querySelectorAll('sp-sight-lines a')].map((way) => way.getAttribute('href'));
    expect(ways).toEqual(['/org/o1/access/grants/grant-1', '/org/o1/access/grants/grant-1', '/org/o1/access/break-glass/b1']);
  });

  it('says of each ability which roles give it, and where', async () => {
    const page = await open();
    expect(page.text()).toContain('By: Helpdesk and Night watch (site: Harbour).');
  });

  it('says where they stand in for somebody, and where owners are spared', async () => {
    const spared = await open({
      does: [{ name: 'member.suspend', exceptOwners: true, by: [{ role: 'owner', roleName: null, scope: { kind: 'all', name: null }, deputy: true }] }],
    });
    expect(spared.text()).toContain('By: Owner (standing in for somebody). Not with owners.');
  });

  it('says what keeps them from it, and what is not told', async () => {
    const page = await open({ stops: ['contract-ended', 'reported'], undertakingSigned: false, reportsTold: false });
    expect(page.text()).toContain('Their contract has ended.');
    expect(page.text()).toContain('As long as this is so, nothing below counts.');
    expect(page.text()).toContain('They have not signed the promise of confidentiality.');
    expect(page.text()).toContain('is told only to those who decide about it');
    await expectAccessible(page.element);
  });

  it('says so where they may do nothing', async () => {
    expect((await open({ does: [], sees: [] })).text()).toContain('Nothing beyond what every member may.');
  });
});
