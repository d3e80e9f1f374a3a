import { newId } from '@smartpar/kernel';
import { Browser } from '../identity/browser';
import { type CalledRoute, callOf, everyRoute } from './routes';
import { WholeHouse } from './whole-house';

/** Who may use a route: anybody, whoever signed in on their own things, any member, or only members with some role. */
type Audience = 'anybody' | 'account' | 'member' | 'owner' | 'answers' | 'reads-log' | 'reads-members' | 'staff';

const ORGANIZATION = '/api/organizations/{organizationId}';

/** Every route of the server and who it is for. A route that is missing here fails the first spec below. */
const ROUTES: Readonly<Record<string, Audience>> = {
  'GET /api/console': 'anybody',
  'GET /api/development/mails': 'anybody',
  'POST /api/questions': 'anybody',
  'POST /api/questions/confirmation': 'anybody',
  'POST /api/questions/confirmation/preview': 'anybody',
  'POST /api/questions/confirmation/renewal': 'anybody',
  'POST /api/follow': 'anybody',
  'POST /api/follow/messages': 'anybody',
  'POST /api/leaver': 'anybody',
  'POST /api/leaver/reply-address': 'anybody',
  'POST /api/invitations/preview': 'anybody',
  'POST /api/invitations/acceptance': 'anybody',
  'POST /api/session': 'anybody',
  'POST /api/password-resets': 'anybody',
  'POST /api/password-resets/preview': 'anybody',
  'POST /api/password-resets/completion': 'anybody',
  'GET /api/session': 'account',
  'DELETE /api/session': 'account',
  'POST /api/session/reauthentication': 'account',
  'GET /api/account': 'account',
  'GET /api/account/sessions': 'account',
  'DELETE /api/account/sessions': 'account',
  'DELETE /api/account/sessions/{sessionId}': 'account',
  'PUT /api/account/password': 'account',
  'PUT /api/account/preferences': 'account',
  'POST /api/session/code': 'anybody',
  'POST /api/session/entry-by-reset': 'anybody',
  'POST /api/session/proof': 'account',
  'POST /api/session/proof-links': 'account',
  'POST /api/session/proof-by-link': 'account',
  'GET /api/account/second-factor': 'account',
  'PUT /api/account/second-factor': 'account',
  'DELETE /api/account/second-factor': 'account',
  'POST /api/account/second-factor/preparation': 'account',
  'POST /api/account/recovery-codes': 'account',
  'PUT /api/account/private-address': 'account',
  'DELETE /api/account/private-address': 'account',
  'POST /api/private-addresses/confirmation': 'anybody',
  [`GET ${ORGANIZATION}/second-factor`]: 'owner',
  [`PUT ${ORGANIZATION}/second-factor`]: 'owner',
  [`POST ${ORGANIZATION}/second-factor/resets`]: 'owner',
  'POST /api/account/invitations/acceptance': 'account',
  [`GET ${ORGANIZATION}`]: 'member',
  [`PATCH ${ORGANIZATION}`]: 'owner',
  [`GET ${ORGANIZATION}/abilities`]: 'member',
  [`GET ${ORGANIZATION}/changes`]: 'member',
  [`GET ${ORGANIZATION}/standing-grants`]: 'reads-log',
  [`PUT ${ORGANIZATION}/standing-grants`]: 'owner',
  [`POST ${ORGANIZATION}/standing-grants/widenings/{wideningId}/approval`]: 'answers',
  [`POST ${ORGANIZATION}/standing-grants/widenings/{wideningId}/refusal`]: 'answers',
  [`POST ${ORGANIZATION}/members/{memberId}/reveals`]: 'answers',
  [`GET ${ORGANIZATION}/grants`]: 'member',
  [`POST ${ORGANIZATION}/grants`]: 'owner',
  [`GET ${ORGANIZATION}/grants/{grantId}`]: 'member',
  [`POST ${ORGANIZATION}/grants/requests`]: 'reads-members',
  [`POST ${ORGANIZATION}/grants/{grantId}/approval`]: 'answers',
  [`POST ${ORGANIZATION}/grants/{grantId}/refusal`]: 'answers',
  [`POST ${ORGANIZATION}/grants/{grantId}/withdrawal`]: 'member',
  [`POST ${ORGANIZATION}/grants/{grantId}/revocation`]: 'member',
  [`GET ${ORGANIZATION}/extracts`]: 'reads-log',
  [`POST ${ORGANIZATION}/extracts`]: 'answers',
  [`POST ${ORGANIZATION}/extracts/preview`]: 'answers',
  [`GET ${ORGANIZATION}/extracts/{extractId}`]: 'reads-log',
  [`POST ${ORGANIZATION}/extracts/{extractId}/approval`]: 'answers',
  [`POST ${ORGANIZATION}/extracts/{extractId}/refusal`]: 'answers',
  [`POST ${ORGANIZATION}/extracts/{extractId}/end`]: 'answers',
  [`POST ${ORGANIZATION}/extracts/{extractId}/file`]: 'answers',
  [`GET ${ORGANIZATION}/extract-rules`]: 'reads-log',
  [`PUT ${ORGANIZATION}/extract-rules`]: 'owner',
  [`GET ${ORGANIZATION}/deputies`]: 'answers',
  [`POST ${ORGANIZATION}/deputies`]: 'answers',
  [`DELETE ${ORGANIZATION}/deputies/{deputyId}`]: 'answers',
  [`GET ${ORGANIZATION}/undertaking`]: 'member',
  [`PUT ${ORGANIZATION}/undertaking`]: 'owner',
  [`GET ${ORGANIZATION}/undertaking/signatures`]: 'reads-log',
  [`POST ${ORGANIZATION}/undertaking/signatures`]: 'member',
  [`GET ${ORGANIZATION}/violations`]: 'answers',
  [`POST ${ORGANIZATION}/violations`]: 'answers',
  [`GET ${ORGANIZATION}/violations/{violationId}`]: 'answers',
  [`POST ${ORGANIZATION}/violations/{violationId}/opinions`]: 'answers',
  [`GET ${ORGANIZATION}/members/{memberId}/looks`]: 'answers',
  [`GET ${ORGANIZATION}/my/suspension`]: 'member',
  [`GET ${ORGANIZATION}/access-reviews`]: 'member',
  [`POST ${ORGANIZATION}/access-reviews`]: 'owner',
  [`GET ${ORGANIZATION}/access-review-size`]: 'owner',
  [`GET ${ORGANIZATION}/access-reviews/{reviewId}`]: 'member',
  [`GET ${ORGANIZATION}/access-reviews/{reviewId}/items`]: 'member',
  [`GET ${ORGANIZATION}/access-reviews/{reviewId}/certificate`]: 'member',
  [`GET ${ORGANIZATION}/access-reviews/{reviewId}/certificate.pdf`]: 'member',
  [`POST ${ORGANIZATION}/access-reviews/{reviewId}/answers`]: 'member',
  [`POST ${ORGANIZATION}/access-reviews/{reviewId}/confirmations`]: 'member',
  [`POST ${ORGANIZATION}/access-reviews/{reviewId}/stop`]: 'owner',
  [`POST ${ORGANIZATION}/access-reviews/{reviewId}/close`]: 'owner',
  [`POST ${ORGANIZATION}/evidence-pack`]: 'reads-log',
  [`GET ${ORGANIZATION}/external-auditors`]: 'reads-log',
  [`PUT ${ORGANIZATION}/members/{memberId}/external-auditor`]: 'owner',
  [`DELETE ${ORGANIZATION}/members/{memberId}/external-auditor`]: 'owner',
  [`GET ${ORGANIZATION}/break-glasses`]: 'reads-log',
  [`POST ${ORGANIZATION}/break-glasses`]: 'answers',
  [`GET ${ORGANIZATION}/break-glasses/mine`]: 'answers',
  [`GET ${ORGANIZATION}/break-glasses/{breakGlassId}`]: 'reads-log',
  [`GET ${ORGANIZATION}/break-glasses/{breakGlassId}/looks`]: 'reads-log',
  [`POST ${ORGANIZATION}/break-glasses/{breakGlassId}/end`]: 'answers',
  [`POST ${ORGANIZATION}/break-glasses/{breakGlassId}/review`]: 'answers',
  [`GET ${ORGANIZATION}/lockboxes`]: 'reads-log',
  [`GET ${ORGANIZATION}/lockboxes/{lockboxId}`]: 'reads-log',
  [`GET ${ORGANIZATION}/lockboxes/{lockboxId}/looks`]: 'reads-log',
  [`POST ${ORGANIZATION}/lockboxes/{lockboxId}/decision`]: 'answers',
  [`POST ${ORGANIZATION}/lockboxes/{lockboxId}/invalidation`]: 'answers',
  [`GET ${ORGANIZATION}/lockbox-rules`]: 'reads-log',
  [`PUT ${ORGANIZATION}/lockbox-rules`]: 'owner',
  [`GET ${ORGANIZATION}/oversight/lockboxes`]: 'staff',
  [`POST ${ORGANIZATION}/oversight/lockboxes`]: 'staff',
  [`GET ${ORGANIZATION}/oversight/lockboxes/{lockboxId}`]: 'staff',
  [`POST ${ORGANIZATION}/oversight/lockboxes/{lockboxId}/end`]: 'staff',
  [`GET ${ORGANIZATION}/oversight/lockboxes/{lockboxId}/members`]: 'staff',
  [`POST ${ORGANIZATION}/oversight/lockboxes/{lockboxId}/search`]: 'staff',
  [`POST ${ORGANIZATION}/oversight/lockboxes/{lockboxId}/members/{memberId}/reveals`]: 'staff',
  [`GET ${ORGANIZATION}/my/ledger`]: 'member',
  [`GET ${ORGANIZATION}/my/ledger/summary`]: 'member',
  [`GET ${ORGANIZATION}/my/ledger/export`]: 'member',
  [`GET ${ORGANIZATION}/my/ledger/reach`]: 'member',
  [`POST ${ORGANIZATION}/my/ledger/{entryId}/challenge`]: 'member',
  [`GET ${ORGANIZATION}/ledger-delays`]: 'answers',
  [`POST ${ORGANIZATION}/ledger-delays`]: 'answers',
  [`GET ${ORGANIZATION}/ledger-delays/{delayId}`]: 'answers',
  [`POST ${ORGANIZATION}/ledger-delays/{delayId}/decision`]: 'answers',
  [`GET ${ORGANIZATION}/ledger-names`]: 'reads-log',
  [`PUT ${ORGANIZATION}/ledger-names`]: 'owner',
  [`GET ${ORGANIZATION}/privacy-contact`]: 'member',
  [`PUT ${ORGANIZATION}/privacy-contact`]: 'owner',
  [`GET ${ORGANIZATION}/sites`]: 'owner',
  [`POST ${ORGANIZATION}/sites`]: 'owner',
  [`PUT ${ORGANIZATION}/sites/{siteId}`]: 'owner',
  [`DELETE ${ORGANIZATION}/sites/{siteId}`]: 'owner',
  [`GET ${ORGANIZATION}/legal-entities`]: 'owner',
  [`POST ${ORGANIZATION}/legal-entities`]: 'owner',
  [`PUT ${ORGANIZATION}/legal-entities/{legalEntityId}`]: 'owner',
  [`DELETE ${ORGANIZATION}/legal-entities/{legalEntityId}`]: 'owner',
  [`GET ${ORGANIZATION}/domains`]: 'owner',
  [`POST ${ORGANIZATION}/domains`]: 'owner',
  [`POST ${ORGANIZATION}/domains/{domainId}/verification`]: 'owner',
  [`DELETE ${ORGANIZATION}/domains/{domainId}`]: 'owner',
  [`GET ${ORGANIZATION}/audit-entries`]: 'reads-log',
  [`GET ${ORGANIZATION}/audit-entries/{entryId}/inclusion`]: 'reads-log',
  [`GET ${ORGANIZATION}/audit-log/checkpoint`]: 'reads-log',
  [`GET ${ORGANIZATION}/audit-log/checkpoints`]: 'reads-log',
  [`GET ${ORGANIZATION}/audit-log/consistency`]: 'reads-log',
  [`POST ${ORGANIZATION}/audit-log/export`]: 'reads-log',
  [`GET ${ORGANIZATION}/audit-log/addresses`]: 'reads-log',
  [`POST ${ORGANIZATION}/audit-log/addresses`]: 'owner',
  [`POST ${ORGANIZATION}/audit-log/addresses/{addressId}/secret`]: 'owner',
  [`DELETE ${ORGANIZATION}/audit-log/addresses/{addressId}`]: 'owner',
  [`GET ${ORGANIZATION}/audit-log/views`]: 'reads-log',
  [`POST ${ORGANIZATION}/audit-log/views`]: 'reads-log',
  [`PATCH ${ORGANIZATION}/audit-log/views/{viewId}`]: 'reads-log',
  [`DELETE ${ORGANIZATION}/audit-log/views/{viewId}`]: 'reads-log',
  [`GET ${ORGANIZATION}/audit-log/retention`]: 'reads-log',
  [`PUT ${ORGANIZATION}/audit-log/retention`]: 'owner',
  [`GET ${ORGANIZATION}/oversight/organizations`]: 'staff',
  [`GET ${ORGANIZATION}/oversight/escalations`]: 'staff',
  [`POST ${ORGANIZATION}/members/search`]: 'reads-members',
  [`POST ${ORGANIZATION}/members`]: 'owner',
  [`GET ${ORGANIZATION}/members/{memberId}`]: 'reads-members',
  [`GET ${ORGANIZATION}/members/{memberId}/timeline`]: 'reads-members',
  [`GET ${ORGANIZATION}/members/{memberId}/explanation`]: 'reads-log',
  [`GET ${ORGANIZATION}/members/{memberId}/viewers`]: 'reads-log',
  [`POST ${ORGANIZATION}/members/{memberId}/explanation/preview`]: 'reads-log',
  [`POST ${ORGANIZATION}/members/{memberId}/invitation`]: 'owner',
  [`DELETE ${ORGANIZATION}/members/{memberId}/invitation`]: 'owner',
  [`POST ${ORGANIZATION}/members/{memberId}/suspension`]: 'owner',
  [`POST ${ORGANIZATION}/members/{memberId}/reactivation`]: 'owner',
  [`POST ${ORGANIZATION}/members/{memberId}/deactivation`]: 'owner',
  [`DELETE ${ORGANIZATION}/members/{memberId}/deactivation`]: 'owner',
  [`GET ${ORGANIZATION}/members/{memberId}/leaving`]: 'owner',
  [`GET ${ORGANIZATION}/members/{memberId}/life`]: 'reads-members',
  [`GET ${ORGANIZATION}/members/{memberId}/holds`]: 'reads-log',
  [`POST ${ORGANIZATION}/members/{memberId}/holds`]: 'answers',
  [`POST ${ORGANIZATION}/members/{memberId}/holds/{holdId}/lifting`]: 'answers',
  [`GET ${ORGANIZATION}/retention-period`]: 'reads-log',
  [`PUT ${ORGANIZATION}/retention-period`]: 'answers',
  [`GET ${ORGANIZATION}/life-rules`]: 'reads-log',
  [`PUT ${ORGANIZATION}/life-rules`]: 'owner',
  [`GET ${ORGANIZATION}/my/leaving`]: 'member',
  [`POST ${ORGANIZATION}/my/leaving`]: 'member',
  [`PUT ${ORGANIZATION}/members/{memberId}/site`]: 'owner',
  [`PUT ${ORGANIZATION}/members/{memberId}/worker`]: 'owner',
  [`PATCH ${ORGANIZATION}/members/{memberId}/profile`]: 'owner',
  [`PUT ${ORGANIZATION}/members/{memberId}/roles/{role}`]: 'owner',
  [`DELETE ${ORGANIZATION}/members/{memberId}/roles/{role}`]: 'owner',
  [`POST ${ORGANIZATION}/members/export`]: 'owner',
  [`POST ${ORGANIZATION}/member-imports`]: 'owner',
  [`GET ${ORGANIZATION}/member-imports`]: 'owner',
  [`GET ${ORGANIZATION}/member-imports/{importId}`]: 'owner',
  [`GET ${ORGANIZATION}/member-imports/{importId}/preview`]: 'owner',
  [`GET ${ORGANIZATION}/member-imports/{importId}/faults`]: 'owner',
  [`GET ${ORGANIZATION}/member-imports/{importId}/report`]: 'owner',
  [`POST ${ORGANIZATION}/member-imports/{importId}/check`]: 'owner',
  [`POST ${ORGANIZATION}/member-imports/{importId}/application`]: 'owner',
  [`POST ${ORGANIZATION}/member-imports/{importId}/cancellation`]: 'owner',
  [`GET ${ORGANIZATION}/roles`]: 'reads-log',
  [`POST ${ORGANIZATION}/roles`]: 'owner',
  [`PUT ${ORGANIZATION}/roles/{roleId}`]: 'owner',
  [`DELETE ${ORGANIZATION}/roles/{roleId}`]: 'owner',
  [`GET ${ORGANIZATION}/role-separation`]: 'reads-log',
  [`PUT ${ORGANIZATION}/role-separation`]: 'owner',
  [`GET ${ORGANIZATION}/role-assignments`]: 'reads-log',
  [`POST ${ORGANIZATION}/members/{memberId}/role-assignments`]: 'owner',
  [`DELETE ${ORGANIZATION}/members/{memberId}/role-assignments/{assignmentId}`]: 'owner',
  [`GET ${ORGANIZATION}/groups`]: 'reads-members',
  [`POST ${ORGANIZATION}/groups`]: 'owner',
  [`PATCH ${ORGANIZATION}/groups/{groupId}`]: 'owner',
  [`DELETE ${ORGANIZATION}/groups/{groupId}`]: 'owner',
  [`POST ${ORGANIZATION}/groups/{groupId}/members`]: 'owner',
  [`POST ${ORGANIZATION}/groups/{groupId}/members/removal`]: 'owner',
  [`GET ${ORGANIZATION}/members/assignable`]: 'answers',
  [`GET ${ORGANIZATION}/waiting`]: 'member',
  [`GET ${ORGANIZATION}/my/evaluations`]: 'member',
  [`GET ${ORGANIZATION}/audit-outline`]: 'reads-log',
  [`GET ${ORGANIZATION}/evaluations`]: 'reads-log',
  [`GET ${ORGANIZATION}/evaluation-alerts`]: 'reads-log',
  [`GET ${ORGANIZATION}/evaluation-receipts`]: 'reads-log',
  [`GET ${ORGANIZATION}/evaluation-receipts/{receiptId}`]: 'reads-log',
  [`GET ${ORGANIZATION}/evaluation-rules`]: 'reads-log',
  [`PUT ${ORGANIZATION}/evaluation-rules`]: 'owner',
  [`GET ${ORGANIZATION}/volume-alerts`]: 'answers',
  [`GET ${ORGANIZATION}/volume-alerts/{alertId}`]: 'answers',
  [`POST ${ORGANIZATION}/volume-alerts/{alertId}/settlement`]: 'answers',
  'POST /api/ingest/usage': 'anybody',
  [`GET ${ORGANIZATION}/system-tokens`]: 'reads-log',
  [`POST ${ORGANIZATION}/system-tokens`]: 'owner',
  [`POST ${ORGANIZATION}/system-tokens/{tokenId}/rotation`]: 'owner',
  [`DELETE ${ORGANIZATION}/system-tokens/{tokenId}`]: 'owner',
  [`GET ${ORGANIZATION}/usage-rules`]: 'reads-log',
  [`PUT ${ORGANIZATION}/usage-rules`]: 'owner',
  [`GET ${ORGANIZATION}/my/usage`]: 'member',
  [`GET ${ORGANIZATION}/my/profile`]: 'member',
  [`PATCH ${ORGANIZATION}/my/profile`]: 'member',
  [`GET ${ORGANIZATION}/my/administrator`]: 'member',
  [`GET ${ORGANIZATION}/my/requests`]: 'member',
  [`POST ${ORGANIZATION}/my/requests`]: 'member',
  [`GET ${ORGANIZATION}/my/requests/{requestId}`]: 'member',
  [`POST ${ORGANIZATION}/my/requests/{requestId}/messages`]: 'member',
  [`GET ${ORGANIZATION}/requests`]: 'answers',
  [`GET ${ORGANIZATION}/requests/{requestId}`]: 'answers',
  [`GET ${ORGANIZATION}/requests/{requestId}/mails`]: 'answers',
  [`POST ${ORGANIZATION}/requests/{requestId}/classification`]: 'answers',
  [`POST ${ORGANIZATION}/requests/{requestId}/assignment`]: 'answers',
  [`POST ${ORGANIZATION}/requests/{requestId}/notes`]: 'answers',
  [`POST ${ORGANIZATION}/requests/{requestId}/replies`]: 'answers',
  [`POST ${ORGANIZATION}/requests/{requestId}/questions-back`]: 'answers',
  [`POST ${ORGANIZATION}/requests/{requestId}/resumption`]: 'answers',
  [`POST ${ORGANIZATION}/requests/{requestId}/closing`]: 'answers',
  [`POST ${ORGANIZATION}/requests/{requestId}/reopening`]: 'answers',
  [`POST ${ORGANIZATION}/requests/{requestId}/parts`]: 'answers',
  [`GET ${ORGANIZATION}/requests/{requestId}/draft`]: 'answers',
  [`PUT ${ORGANIZATION}/requests/{requestId}/draft`]: 'answers',
  [`DELETE ${ORGANIZATION}/requests/{requestId}/draft`]: 'answers',
  [`GET ${ORGANIZATION}/templates`]: 'answers',
  [`POST ${ORGANIZATION}/templates`]: 'answers',
  [`PATCH ${ORGANIZATION}/templates/{templateId}`]: 'answers',
  [`DELETE ${ORGANIZATION}/templates/{templateId}`]: 'answers',
};

/** Readings that go by POST, since what they ask for is personal; they take no key. */
const READS_BY_POST: readonly string[] = [
  `POST ${ORGANIZATION}/oversight/lockboxes/{lockboxId}/search`,
  `POST ${ORGANIZATION}/members/search`,
  `POST ${ORGANIZATION}/members/{memberId}/explanation/preview`,
  `POST ${ORGANIZATION}/members/export`,
  `POST ${ORGANIZATION}/extracts/preview`,
  `POST ${ORGANIZATION}/extracts/{extractId}/file`,
  `POST ${ORGANIZATION}/audit-log/export`,
  `POST ${ORGANIZATION}/evidence-pack`,
];

let house: WholeHouse;
let organizationId: string;
let foreign: string;
let people: Readonly<Record<'plain' | 'owner' | 'officer' | 'auditor' | 'staff' | 'stranger', Browser>>;
let nobody: Browser;

beforeAll(async () => {
  house = await WholeHouse.open();
  [organizationId, foreign] = [await house.organization('larkspur'), await house.organization('pebble-fern')];
  const { workforceOrganizationId } = house.installation;
  people = {
    plain: await house.browserOf(organizationId, 'plain@larkspur.example', []),
    owner: await house.browserOf(organizationId, 'owner@larkspur.example', ['owner']),
    officer: await house.browserOf(organizationId, 'officer@larkspur.example', ['privacy-officer']),
    auditor: await house.browserOf(organizationId, 'auditor@larkspur.example', ['auditor']),
    staff: await house.browserOf(workforceOrganizationId, 'staff@smartpar.example', ['support']),
    stranger: await house.browserOf(foreign, 'stranger@pebble-fern.example', ['owner', 'privacy-officer', 'auditor']),
  };
  nobody = new Browser(house.app);
}, 60_000);

afterAll(() => house.close());

const routes = Object.entries(ROUTES).map(([name, audience]): [string, Audience] => [name, audience]);
const forOrganization = routes.filter(([name]) => name.includes('{organizationId}'));
const call = (who: Browser, name: string, organization: string): Promise<CalledRoute> => callOf(house.app, who, name, organization);

/** The answer to what is not there, whatever was asked for. */
const NOT_FOUND = { status: 404, code: 'not_found' };

it('the table names every route of the server, and no other', () => {
  expect(everyRoute(house.app).toSorted()).toEqual(Object.keys(ROUTES).toSorted());
});

describe('without a session', () => {
  it.each(routes.filter(([, audience]) => audience !== 'anybody'))('%s answers 401', async (name) => {
    expect(await call(nobody, name, organizationId)).toMatchObject({ status: 401 });
  });

  it.each(routes.filter(([, audience]) => audience === 'anybody'))('%s is open to anybody', async (name) => {
    expect((await call(nobody, name, organizationId)).code).not.toBe('not_signed_in');
  });
});

describe('from another tenant', () => {
  it.each(forOrganization)('%s is not found, just as in an organization that does not exist', async (name) => {
    const [there, missing] = [await call(people.stranger, name, organizationId), await call(people.stranger, name, newId())];
    expect(there).toMatchObject(NOT_FOUND);
    expect(there.body).toEqual(missing.body);
  });

  it.each(forOrganization)("%s is not found for SmartPAR's own staff", async (name) => {
    expect(await call(people.staff, name, organizationId)).toMatchObject(NOT_FOUND);
  });

  it.each(forOrganization)('%s is not found under an address that is none', async (name) => {
    expect(await call(people.owner, name, "1' or '1'='1")).toMatchObject(NOT_FOUND);
  });
});

describe('with the wrong role', () => {
  it.each(forOrganization.filter(([, audience]) => audience !== 'member'))('%s is not found for a plain member', async (name) => {
    expect(await call(people.plain, name, organizationId)).toMatchObject(NOT_FOUND);
  });

  it.each(forOrganization.filter(([, audience]) => audience === 'staff'))('%s is not found for an owner outside the workforce', async (name) => {
    expect(await call(people.owner, name, organizationId)).toMatchObject(NOT_FOUND);
  });

  it.each(forOrganization.filter(([name, audience]) => audience === 'owner' && !name.includes('/privacy-contact') && !name.startsWith('GET')))(
    '%s is not found for a privacy officer',
    async (name) => {
      expect(await call(people.officer, name, organizationId)).toMatchObject(NOT_FOUND);
    },
  );
});

describe('with the right role', () => {
  const withoutOtherIds = forOrganization.filter(([name]) => !/\{(?!organizationId)/.test(name));
  const holder: Readonly<Record<Audience, 'plain' | 'owner' | 'officer' | 'auditor' | 'staff'>> = {
    anybody: 'plain',
    account: 'plain',
    member: 'plain',
    owner: 'owner',
    answers: 'officer',
    'reads-log': 'auditor',
    'reads-members': 'auditor',
    staff: 'staff',
  };

  it.each(withoutOtherIds)('%s answers, or says what is wrong with an empty body', async (name, audience) => {
    const where = audience === 'staff' ? house.installation.workforceOrganizationId : organizationId;
    const { status } = await call(people[holder[audience]], name, where);
    expect(name.startsWith('GET') ? [200] : [200, 422]).toContain(status);
  });
});

it('a change without an Idempotency-Key, or with an empty body, changes nothing', async () => {
  const before = await auditCount();
  for (const [name] of forOrganization.filter(([route]) => !route.startsWith('GET') && !READS_BY_POST.includes(route))) {
    expect((await callOf(house.app, people.owner, name, organizationId, { 'idempotency-key': '' })).status).toBeGreaterThanOrEqual(400);
  }
  expect(await auditCount()).toBe(before);
});

it('no refusal says more than its code: no stack, no SQL, no word of another tenant', async () => {
  for (const [name] of forOrganization) {
    const { body } = await call(people.stranger, name, organizationId);
    expect(JSON.stringify(body)).not.toMatch(/larkspur|select |insert |\bat .*\.ts|Error:/i);
  }
});

async function auditCount(): Promise<number> {
  const [row] = await house.database.readTenant<{ count: number }>(organizationId, {
    text: 'select count(*) from audit_entries where organization_id = $1',
    values: [organizationId],
  });
  return row?.count ?? 0;
}
