import { TestBed } from '@angular/core/testing';
import { loadAccessTexts } from '@smartpar/access/console';
import { Language } from '@smartpar/platform/ui';
import { surroundings } from '@smartpar/platform/ui/testing';
import type { AuditEntryLine } from '@smartpar/audit/model';
import en from '../i18n/en.json' with { type: 'json' };
import { EntryWords, shortId } from './entry-words';

const ID = '01930000-0000-7000-8000-0000000000a1';

async function words(): Promise<EntryWords> {
  TestBed.configureTestingModule({ providers: surroundings({ texts: { audit: en, access: await loadAccessTexts('en') } }) });
  await TestBed.inject(Language).use('en');
  return TestBed.inject(EntryWords);
}

const actor = (facts: Partial<AuditEntryLine['actor']>): Pick<AuditEntryLine, 'actor'> => ({
  actor: { kind: 'member', id: ID, memberNumber: 'M-10003', roles: [], ...facts },
});

describe('an entry of the log in words', () => {
  it('says what was done, or that there are no words for it', async () => {
    const entry = await words();
    expect(entry.what({ action: 'privacy-request.answered' })).toBe('Answered and closed a question');
    expect(entry.what({ action: 'rocket.launched' })).toBeNull();
  });

  it.each([
    [{}, 'M-10003', ''],
    [{ roles: ['privacy-officer', 'owner'] }, 'M-10003', 'Privacy officer and Owner'],
    [{ memberNumber: null }, 'A member', ''],
    [{ kind: 'person', memberNumber: null }, 'The person who asked', ''],
    [{ kind: 'system', id: 'requests.reminder', memberNumber: null }, 'The system', 'reminders'],
    [{ kind: 'system', id: 'rockets', memberNumber: null }, 'The system', 'rockets'],
    [{ kind: 'nobody', id: null, memberNumber: null }, 'Nobody known', ''],
  ] satisfies [Partial<AuditEntryLine['actor']>, string, string][])('says who did it: %j', async (facts, who, as) => {
    const entry = await words();
    expect(entry.who(actor(facts))).toBe(who);
    expect(entry.as(actor(facts))).toBe(as);
  });

  it('puts facts into words, shortens ids and fingerprints, and leaves out what tells nothing', async () => {
    const facts = {
      outcome: 'fulfilled',
      role: 'privacy-officer',
      count: 5012,
      memberId: ID,
      pause: null,
      contentHash: 'a'.repeat(64),
      messageId: ID,
      odd: 'thing',
    };
    expect((await words()).facts({ facts })).toEqual([
      { name: 'outcome', value: 'done as asked' },
      { name: 'role', value: 'Privacy officer' },
      { name: 'how many', value: '5,012' },
      { name: 'member', value: '…0000a1' },
      { name: 'clock stopped', value: 'none' },
      { name: 'fingerprint of the text', value: `${'a'.repeat(12)}…` },
      { name: 'odd', value: 'thing' },
    ]);
  });

  it('puts what was looked at, and who may see what, into words', async () => {
    const facts = {
      revealId: ID,
      categories: 'user.name user.contact.phone_number.work',
      purpose: 'support',
      reason: 'reaching-them',
      toMode: 'hidden',
      toPurposes: '',
    };
    expect((await words()).facts({ facts }).map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'data: Name and Work phone',
      'what for: Helping somebody use the app',
      'reason: I have to reach the person',
      'now: Hidden',
      'for now: none',
    ]);
  });

  it('puts what was corrected, and which roles came with an invitation, into words', async () => {
    const facts = { fields: 'firstName timeZone', roles: 'owner auditor', newAccount: true };
    const entry = await words();
    expect(entry.facts({ facts }).map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'what: first name and time zone',
      'roles: Owner and Auditor',
      'with a new account: yes',
    ]);
    expect(entry.facts({ facts: { roles: '' } })).toEqual([{ name: 'roles', value: 'none' }]);
  });

  it('names kinds of things, and shows the code of unknown ones', async () => {
    const entry = await words();
    expect(entry.noun('organization-domain')).toBe('Domain');
    expect(entry.noun('rocket')).toBe('rocket');
  });

  it('shortens nothing that is no id', () => {
    expect(shortId(ID)).toBe('…0000a1');
    expect(shortId('reminders')).toBe('reminders');
  });
});
