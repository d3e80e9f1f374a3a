import { faults, faultsOfColour } from './axe';
import { Mailbox, linkIn } from './mailbox';
import { expect, people, test } from './people';

test('an owner lets somebody go and keeps what a court may ask for; the person opens their envelope', async ({ signedIn, stranger, request }, { project }) => {
  const email = `leaver.${project.name}.${Date.now()}@larkspur.example`;
  const mailbox = await Mailbox.of(request, email);
  const owner = await signedIn(people.owner);
  const home = new URL(owner.url()).pathname.replace(/\/home$/, '');

  await test.step('somebody is invited', async () => {
    await owner.goto(`${home}/members/invite`);
    await owner.getByLabel('Work e-mail').fill(email);
    await owner.getByLabel('First name').fill('Larch');
    await owner.getByRole('button', { name: 'Send the invitation' }).click();
    await expect(owner.getByRole('heading', { level: 1, name: /^Member M-\d+$/ })).toBeVisible();
  });

  await test.step('before they go, the owner reads what goes and what stays, and is asked about holds', async () => {
    await owner.getByRole('link', { name: /^Let this person go/ }).click();
    await expect(owner.getByText(/^It can be taken back until/)).toBeVisible();
    expect(await faults(owner)).toEqual([]);
    await owner.getByLabel('Why do they leave?').selectOption('Let go by the organization');
    await expect(owner.getByRole('button', { name: 'Let this person go' })).toBeDisabled();
    await owner.getByLabel('Must something be kept because of a dispute or a law?').selectOption('Yes');
    await owner.getByLabel('Which dispute, order or law').fill('A claim about notice pay.');
    await owner.getByRole('button', { name: 'Let this person go' }).click();
    await expect(owner.getByText('Something must be kept, so nothing is removed until that ends.')).toBeVisible();
  });

  await test.step('the person opens their envelope without signing in, and says where answers go', async () => {
    const person = await stranger();
    await person.goto(linkIn(await mailbox.next(/no longer have access/)));
    await expect(person.getByRole('heading', { level: 1, name: 'What Larkspur Instruments still keeps about you' })).toBeVisible();
    await expect(person.getByText('Nothing is removed as long as something must be kept')).toBeVisible();
    expect(new URL(person.url()).hash).toBe('');
    await person.getByLabel('Your own e-mail address').fill('larch@home.example');
    await person.getByRole('button', { name: 'Save' }).click();
    await expect(person.getByText('Saved.')).toBeVisible();
    expect(await faults(person)).toEqual([]);
    await person.emulateMedia({ colorScheme: 'dark' });
    expect(await faultsOfColour(person)).toEqual([]);
    await person.setViewportSize({ width: 320, height: 640 });
    expect(await person.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  });

  await test.step('the owner takes it back, and everything is as before', async () => {
    await owner.getByRole('button', { name: /^Take it back/ }).click();
    await expect(owner.getByText('They are back.')).toBeVisible();
  });
});

test('the list of members finds who left, who is a former member and who was not seen for long; none of it is done by itself', async ({ signedIn }) => {
  const owner = await signedIn(people.owner);
  const home = new URL(owner.url()).pathname.replace(/\/home$/, '');
  const list = (status: string) => owner.goto(`${home}/members?status=${status}&order=number`);
  const open = async (nth: number) => {
    await owner.getByRole('table').getByRole('link').nth(nth).click();
    await expect(owner.getByRole('heading', { level: 1, name: /^Member M-/ })).toBeVisible();
  };

  await test.step('somebody who left can come back for some days', async () => {
    await list('deactivated');
    await open(0);
    await expect(owner.getByText(/^Left on/)).toBeVisible();
    await expect(owner.getByRole('button', { name: /^Take it back/ })).toBeVisible();
  });

  await test.step('of somebody let go, it is said what must be kept, and why', async () => {
    await list('deactivated');
    await open(1);
    await expect(owner.getByText('Let go by the organization')).toBeVisible();
    await expect(owner.getByText('A claim about notice pay is before the labour court.')).toBeVisible();
  });

  await test.step('a former member is a number, with nothing left to open', async () => {
    await list('de-identified');
    const former = owner.getByRole('table').getByRole('row').nth(1);
    await expect(former).toContainText(/M-\d+/);
    await expect(former).toContainText('Former member');
    await expect(former.getByRole('link')).toHaveCount(0);
    await expect(former).not.toContainText('@');
  });

  await test.step('a dormant member keeps their access until somebody decides', async () => {
    await list('dormant');
    await open(0);
    await expect(owner.getByText(/^Not seen here since/)).toBeVisible();
    // where a value comes from is a line of its own below it
    expect(await owner.locator('sp-facts').innerText()).toMatch(/example\s*\nFrom an administrator/);
    await expect(owner.getByRole('link', { name: /^Let this person go/ })).toBeVisible();
  });
});
