import { type Page } from '@playwright/test';
import { Mailbox, linkIn } from './mailbox';
import { choose, expect, go, people, test } from './people';

const ANSWER = 'Only your team lead and the helpdesk see your phone number.';

test('a question finds its administrator, is answered, and SmartPAR sees that but not what', async ({ request, stranger, signedIn }, { project }) => {
  test.slow();
  // On the desk a known member asks, on the phone somebody who is known by the domain of their work address alone.
  const email = project.name === 'phone' ? `newcomer.${Date.now()}@larkspur.example` : people.employee;
  const text = `Who can see my phone number? I ask on my ${project.name} ${Date.now()}.`;
  const mailbox = await Mailbox.of(request, email);
  const person = await stranger();

  await test.step('the employee asks without signing in', async () => {
    await person.goto('/ask');
    await person.getByLabel('Your question').fill(text);
    await person.getByLabel('E-mail address you use with SmartPAR').fill(email);
    await person.getByRole('button', { name: 'Send my question' }).click();
    await expect(person.getByRole('heading', { name: 'Now look into your mail' })).toBeVisible();
    await expect(person.getByText(email)).toBeVisible();
    await expect(person.getByText(/Larkspur|Quietwater/)).toHaveCount(0);
  });

  const confirmation = linkIn(await mailbox.next(/confirm your privacy question/));
  await test.step('opening the link spends nothing', async () => {
    const visitor = await stranger();
    await visitor.goto(confirmation);
    await expect(visitor.getByText(text)).toBeVisible();
    expect(await mailbox.unread()).toEqual([]);
  });

  const reference = await test.step('pressing its button hands the question over, for a receipt', async () => {
    await person.goto(confirmation);
    await expect(person.getByText(text)).toBeVisible();
    await person.getByRole('button', { name: 'Hand it over' }).click();
    await expect(person.getByRole('heading', { name: 'Your question is on its way' })).toBeVisible();
    await expect(person.getByText('Larkspur Instruments')).toBeVisible();
    const named = (await person.getByText(/^[A-Z]+-[\dA-Z-]+$/).innerText()).trim();
    const receipt = await mailbox.next(/We have your privacy question/);
    expect(receipt.subject).toContain(named);
    expect(receipt.text).toContain('Hazel Quietwater');
    expect(receipt.text).toMatch(/You will hear by: .*20\d\d/);
    expect(receipt.text).not.toContain(text);
    await person.getByRole('link', { name: 'Follow my question' }).click();
    await expect(person.getByRole('heading', { name: named })).toBeVisible();
    await expect(person.getByText('Hazel Quietwater')).toBeVisible();
    return named;
  });

  const officer = await signedIn(people.privacyOfficer);
  const address = await test.step('the privacy officer finds it in the inbox and answers', async () => {
    await go(officer, 'Inbox');
    await find(officer, reference);
    await officer.getByRole('link', { name: new RegExp(reference) }).click();
    await expect(officer.getByText(text)).toBeVisible();
    await write(officer, 'Reply', 'Your reply', 'We are looking into it.', 'Send reply');
    await write(officer, 'Answer and close', 'Your answer', ANSWER, 'Send answer and close');
    await expect(officer.getByText('Answered: Done as asked')).toBeVisible();
    return new URL(officer.url()).pathname;
  });

  await test.step('the person gets a mail with a link and reads the answer there', async () => {
    expect((await mailbox.next(/A message about your privacy question/)).text).not.toContain('looking into it');
    const mail = await mailbox.next(/answered/);
    expect(mail.text).not.toContain(ANSWER);
    await person.goto(linkIn(mail));
    await expect(person.getByText(ANSWER)).toBeVisible();
    await expect(person.getByText('We are looking into it.')).toBeVisible();
  });

  await test.step('support sees that the organization answers, and nothing of what was said', async () => {
    const support = await signedIn(people.support);
    await support.goto('/oversight?name=Larkspur');
    const row = support.getByRole('row').filter({ hasText: 'Larkspur Instruments' });
    await expect(row).toBeVisible();
    await expect(row).toContainText(/5,?0\d\d|4,?9\d\d/);
    for (const secret of [text, ANSWER, email, reference, 'Quietwater']) await expect(support.getByText(secret)).toHaveCount(0);
    for (const door of [address, address.replace(/\/[^/]+$/, '')]) {
      await support.goto(door);
      await expect(support.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
    }
    const [, , organizationId, , requestId] = address.split('/');
    for (const path of ['requests', `requests/${requestId}`, 'audit-entries']) {
      expect((await support.request.get(`/api/organizations/${organizationId}/${path}`)).status()).toBe(404);
    }
  });

  await test.step('the owner finds each step in the log', async () => {
    const owner = await signedIn(people.owner);
    await go(owner, 'Log');
    const log = owner.getByRole('table', { name: 'Log entries' });
    const arrived = log
      .getByRole('row')
      .filter({ has: owner.locator(`a[href$="${address}"]`) })
      .first();
    await arrived.getByRole('button', { name: /Show only what was done to this one/ }).click();
    for (const sentence of ['A privacy question arrived', 'Replied to a question', 'Answered and closed a question']) {
      await expect(log.getByText(sentence)).toHaveCount(1);
    }
    await expect(owner.getByText(text)).toHaveCount(0);
    await owner.goto(new URL(owner.url()).pathname);
    const takenOver = log.getByRole('row').filter({ hasText: 'Took a confirmed question over' });
    await expect(takenOver.filter({ hasText: `…${address.slice(-6)}` })).toHaveCount(1);
  });
});

/** Looks a question up in the inbox by its reference. */
async function find(page: Page, reference: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Reference' }).fill(reference);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
}

/** Writes on a question: chooses what, types the words and sends them. */
async function write(page: Page, what: string, label: string, words: string, send: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${what}`) }).click();
  await page.getByLabel(label, { exact: true }).fill(words);
  if (what === 'Answer and close') await choose(page, 'Done as asked');
  await page.getByRole('button', { name: send }).click();
  await expect(page.getByRole('list').getByText(words)).toBeVisible();
}
