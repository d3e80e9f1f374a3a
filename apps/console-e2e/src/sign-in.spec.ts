import { type Page } from '@playwright/test';
import { Mailbox, linkIn } from './mailbox';
import { choosePassword, expect, fillSignIn, openPersonMenu, people, signIn, signInOf, test } from './people';

test('somebody signs in, sees every session, ends one elsewhere and signs out', async ({ page, stranger }, { project }) => {
  const email = project.name === 'phone' ? people.security : people.auditor;

  await test.step('a wrong password is refused, and what was typed stays', async () => {
    await page.goto('/sign-in');
    await fillSignIn(page, { email, password: 'not-the-right-one-at-all' });
    await expect(page.getByRole('alert')).toContainText('The e-mail address or the password is not right');
    await expect(page.getByLabel('E-mail address')).toHaveValue(email);
  });

  await test.step('the right one lets them in', async () => {
    await fillSignIn(page, signInOf(email));
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    const [cookie] = await page.context().cookies();
    expect(cookie?.httpOnly).toBe(true);
    expect(cookie?.expires).toBeGreaterThan(0);
  });

  const elsewhere = await stranger();
  await test.step('another session is listed, and ended from here', async () => {
    await signIn(elsewhere, email);
    await openPersonMenu(page);
    await page.getByRole('dialog', { name: 'You' }).getByRole('link', { name: 'My sessions' }).click();
    const sessions = page.getByRole('list', { name: 'My sessions' }).getByRole('listitem');
    await expect(sessions.filter({ has: page.getByText('This session', { exact: true }) })).toHaveCount(1);
    await expect(sessions.filter({ has: page.getByRole('button', { name: 'End this session' }) }).first()).toContainText(/Chrom/);
    await page.getByRole('button', { name: 'End all others' }).click();
    await expect(page.getByText('All other sessions were ended.')).toBeVisible();
    await expect(sessions).toHaveCount(1);
    await elsewhere.goto('/my');
    await expect(elsewhere.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  });

  await test.step('signing out leaves nothing open, in no tab', async () => {
    const beside = await page.context().newPage();
    await beside.goto('/my/sessions');
    await expect(beside.getByRole('heading', { name: 'My sessions' })).toBeVisible();
    await openPersonMenu(page);
    await page.getByRole('dialog', { name: 'You' }).getByRole('button', { name: 'Sign out' }).click();
    for (const tab of [page, beside]) await expect(tab.getByRole('link', { name: /Ask a privacy question/ })).toBeVisible();
    await page.goto('/my');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect((await page.request.get('/api/session')).status()).toBe(401);
  });
});

test('on a shared computer the session ends with the browser', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('This is a shared computer').check();
  await fillSignIn(page, signInOf(people.helpdesk));
  await expect(page.getByRole('navigation')).not.toHaveCount(0);
  const cookies = await page.context().cookies();
  expect(cookies.map(({ expires }) => expires)).toEqual([-1]);
});

test('a forgotten password is replaced by a link that works once', async ({ page, request, stranger }, { project }) => {
  const email = project.name === 'phone' ? people.directUser : people.userAdministrator;
  const old = signInOf(email);
  const chosen = { email, password: `harbour-lantern-mistletoe-${Date.now()}` };
  const mailbox = await Mailbox.of(request, email);
  const elsewhere = await stranger();
  await signIn(elsewhere, email);

  await test.step('a known and an unknown address get the same page', async () => {
    await askForLink(page, 'nobody-at-all@larkspur.example');
    await askForLink(page, email);
  });

  const link = linkIn(await mailbox.next(/Choose a new password/));
  await test.step('the link opens a page to choose one, and ends every session', async () => {
    await page.goto(link);
    await expect(page.getByText('You asked for a new password')).toBeVisible();
    await page.getByLabel('New password').fill(old.email);
    await page.getByRole('button', { name: 'Choose this password' }).click();
    await expect(page.getByLabel('New password')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText('This is made of your name, address or organization').first()).toBeVisible();
    await page.getByLabel('New password').fill(chosen.password);
    await page.getByRole('button', { name: 'Choose this password' }).click();
    await expect(page.getByRole('heading', { name: 'Your password is set' })).toBeVisible();
    await mailbox.next(/Your password was changed/);
    await elsewhere.goto('/my');
    await expect(elsewhere.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  });

  await test.step('it works once', async () => {
    const again = await stranger();
    await again.goto(link);
    await expect(again.getByText('This link does not work')).toBeVisible();
  });

  await test.step('only the new password signs in, and its holder can change it', async () => {
    await page.goto('/sign-in');
    await fillSignIn(page, old);
    await expect(page.getByRole('alert')).toContainText('is not right');
    await fillSignIn(page, chosen);
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await choosePassword(page, { from: chosen.password, to: old.password });
  });
});

/** Asks for a link to choose a new password, and reads that it may be on its way. */
async function askForLink(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgotten password' }).click();
  // the page before has a field of the same name
  await expect(page.getByRole('heading', { name: 'Forgotten password' })).toBeVisible();
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();
  await expect(page.getByText(`If there is an account for ${email}, a link is on its way.`)).toBeVisible();
}
