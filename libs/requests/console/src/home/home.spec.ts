import { membership, provideAbilities, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ORGANIZATION } from '../../testing/src';
import en from '../i18n/en.json' with { type: 'json' };
import { Home } from './home';

const open = (...actions: string[]): Promise<Mounted<Home>> =>
  mount(Home, {
    texts: { requests: en },
    inputs: { organizationId: ORGANIZATION },
    providers: [
      provideSession(sessionFacts({ memberships: [membership()] })),
      provideAbilities(
        ORGANIZATION,
        actions.map((action) => ({ action, subject: 'privacy-request' })),
      ),
    ],
  });

describe('the first page of an organization', () => {
  it('shows those who answer what needs them', async () => {
    const page = await open('answer');
    expect(page.text()).toContain('What needs you');
    page.http.expectOne((call) => call.url === `/api/organizations/${ORGANIZATION}/requests`);
  });

  it('tells everyone else that nothing waits, and leads to their own privacy', async () => {
    const page = await open('ask');
    expect(page.text()).toContain('Nothing waits for you');
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe('/my');
    page.http.verify();
    await expectAccessible(page.element);
  });
});
