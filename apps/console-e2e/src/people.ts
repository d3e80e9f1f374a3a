import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type Page, expect, test as base } from '@playwright/test';

/** The made-up people of the demo data who walk the journeys, by what they are. */
export const people = {
  owner: 'owner@larkspur.example',
  privacyOfficer: 'privacy@larkspur.example',
  userAdministrator: 'people@larkspur.example',
  helpdesk: 'helpdesk@larkspur.example',
  contractor: 'contractor@larkspur.example',
  agent: 'agent@larkspur.example',
  substitute: 'privacy.substitute@larkspur.example',
  auditor: 'auditor@larkspur.example',
  worksCouncil: 'council@larkspur.example',
  employee: 'employee@larkspur.example',
  employeeOfTwo: 'both@larkspur.example',
  caller: 'caller@larkspur.example',
  callerOnThePhone: 'second.caller@larkspur.example',
  shiftLead: 'lead@larkspur.example',
  directUser: 'direct@mail.example',
  support: 'support@staff.smartpar.example',
  privacyCounsel: 'counsel@staff.smartpar.example',
  security: 'security@staff.smartpar.example',
  platformOperator: 'operator@staff.smartpar.example',
  claimed: 'merle@larkspur.example',
  alsoClaimed: 'lupin@larkspur.example',
  ownerWhoNeverAnswers: 'owner@pebble-fern.example',
} as const;

/** How somebody signs in. */
export interface SignIn {
  readonly email: string;
  readonly password: string;
}

/** Looks up how one of the demo data's people signs in on the server under test. */
export function signInOf(email: string): SignIn {
  const file = join(process.env['JOURNEYS_DATA'] ?? 'data', 'demo-sign-ins.json');
  const { byEmail } = JSON.parse(readFileSync(file, 'utf8')) as { byEmail: Record<string, string> }; // the server's own file
  const password = byEmail[email];
  if (password === undefined) throw new Error(`The demo data has no sign-in for ${email}.`);
  return { email, password };
}

/** Fills the sign-in form in and sends it. */
export async function fillSignIn(page: Page, { email, password }: SignIn): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Lets somebody in and waits for the page they land on. How people do that themselves is a journey of its own. */
export async function signIn(page: Page, email: string): Promise<void> {
  const answer = await page.request.post('/api/session', { data: { ...signInOf(email), sharedComputer: false } });
  expect(answer.ok(), await answer.text()).toBe(true);
  await page.goto('/');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

/** Follows an entry of the main navigation, which has shorter words on a phone. */
export async function go(page: Page, words: string | RegExp): Promise<void> {
  const ways = page.getByRole('navigation', { name: 'Main' });
  const [way, more] = [ways.getByRole('link', { name: words }), ways.getByRole('button', { name: 'More' })];
  await expect(way.or(more).first()).toBeVisible();
  if (await way.isVisible()) return way.click();
  await more.click();
  await page.getByRole('dialog', { name: 'More' }).getByRole('link', { name: words }).click();
}

/** Goes elsewhere by the switch that says where one is: into an organization, to oversight, to one's own privacy. */
export async function changePlace(page: Page, name: string): Promise<void> {
  await page.locator('sp-place-switcher').getByRole('button').click();
  await page.getByRole('dialog').getByRole('link', { name, exact: true }).click();
}

/** Presses the words of a choice, as people do: its own dot lies beneath them. */
export async function choose(page: Page, words: string): Promise<void> {
  await page.locator('label').filter({ hasText: words, visible: true }).click();
  await expect(page.getByRole('radio', { name: words })).toBeChecked();
}

/** Opens the menu behind the person's own name. */
export async function openPersonMenu(page: Page): Promise<void> {
  await page.locator('sp-person-menu').getByRole('button').click();
}

/** Changes the password of the signed-in person on their account page. */
export async function choosePassword(page: Page, { from, to }: { readonly from: string; readonly to: string }): Promise<void> {
  await page.goto('/my/account');
  await page.getByLabel('Current password').fill(from);
  await page.getByLabel('New password').fill(to);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('Your password is changed.')).toBeVisible();
}

/** Journeys with several people, each at a browser of their own. */
export const test = base.extend<{
  /** opens a browser of its own for somebody who does not sign in */
  stranger: () => Promise<Page>;
  /** opens a browser of its own and signs somebody in there */
  signedIn: (email: string) => Promise<Page>;
}>({
  stranger: async ({ browser }, use) => withPages(browser, use),
  signedIn: async ({ stranger }, use) =>
    use(async (email) => {
      const page = await stranger();
      await signIn(page, email);
      return page;
    }),
});

async function withPages(browser: Browser, use: (open: () => Promise<Page>) => Promise<void>): Promise<void> {
  const contexts = new Set<BrowserContext>();
  await use(async () => {
    const context = await browser.newContext();
    contexts.add(context);
    return context.newPage();
  });
  await Promise.all([...contexts].map((context) => context.close()));
}

export { expect };
