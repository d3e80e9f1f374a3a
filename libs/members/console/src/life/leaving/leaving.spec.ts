import { ConsequencePanelHarness, FieldHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ORGANIZATION, outlookExample } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { Leaving } from './leaving';

const MEMBER = `/api/organizations/${ORGANIZATION}/members/member-1`;
const DONE = { memberId: 'member-1', number: 10422, status: 'deactivated', version: 4, graceUntil: '2099-03-16T09:00:00Z', code: null };

async function open(): Promise<Mounted<Leaving>> {
  const page = await mount(Leaving, { texts: { members: en }, inputs: { organizationId: ORGANIZATION, memberId: 'member-1' } });
  page.http.expectOne(`${MEMBER}/leaving`).flush(outlookExample());
  await page.settle();
  return page;
}

const choose = async (page: Mounted<Leaving>, label: string, value: string): Promise<void> => {
  await (await page.part(FieldHarness.labelled(label))).choose(value);
  await page.settle();
};

async function send(page: Mounted<Leaving>): Promise<void> {
  page.element.querySelector('form')?.dispatchEvent(new Event('submit'));
  await page.settle();
}

describe('letting a member go', () => {
  it('says first what goes, what stays and why, and until when it can be taken back', async () => {
    const page = await open();
    const said = await (await page.part(ConsequencePanelHarness)).sentences();
    expect(said[0]).toContain('It can be taken back until');
    expect(said.join(' ')).toContain('Removed: roles (1)');
    expect(said.join(' ')).toContain('own privacy questions (2). It shows that questions were answered');
    await expectAccessible(page.element);
  });

  it('is done for a wish of their own without more words, and leads back', async () => {
    const page = await open();
    await send(page);
    const call = page.http.expectOne(`${MEMBER}/deactivation`);
    expect(call.request.body).toEqual({ cause: 'left', envelope: 'mail', hold: null });
    call.flush(DONE);
    await page.settle();
    expect(page.router.url).toBe(`/org/${ORGANIZATION}/members/member-1`);
  });

  it('asks about what must be kept before somebody is dismissed', async () => {
    const page = await open();
    expect(page.text()).not.toContain('the time to go to court');
    await choose(page, 'Why do they leave?', 'dismissed');
    expect(page.text()).toContain('the time to go to court still runs');
    await send(page);
    page.http.expectNone(`${MEMBER}/deactivation`);
    await choose(page, 'Must something be kept', 'yes');
    await (await page.part(FieldHarness.labelled('Which dispute, order or law'))).fill('Labour court.');
    await page.settle();
    await expectAccessible(page.element);
    await send(page);
    expect(page.http.expectOne(`${MEMBER}/deactivation`).request.body).toEqual({
      cause: 'dismissed',
      envelope: 'mail',
      hold: { ground: 'dispute', words: 'Labour court.' },
    });
  });

  it('shows the code once, for the letter of somebody whom no mail reaches', async () => {
    const page = await open();
    await choose(page, 'How do they get their code?', 'print');
    await send(page);
    page.http.expectOne(`${MEMBER}/deactivation`).flush({ ...DONE, code: 'K7QM-2XVA-90TB-JH4C-M3PD' });
    await page.settle();
    expect(page.text()).toContain('K7QM-2XVA-90TB-JH4C-M3PD');
    expect(page.text()).toContain('M-10422');
    expect(page.text()).toContain('/leaver');
    await expectAccessible(page.element);
  });

  it('says who may print a letter, where whoever lets them go may not', async () => {
    const page = await open();
    await choose(page, 'How do they get their code?', 'print');
    await send(page);
    page.http.expectOne(`${MEMBER}/deactivation`).flush({ code: 'member.letter_not_yours' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('ask an owner');
  });

  it('says why the only owner stays', async () => {
    const page = await open();
    await send(page);
    page.http.expectOne(`${MEMBER}/deactivation`).flush({ code: 'member.last_owner' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('only owner');
  });
});
