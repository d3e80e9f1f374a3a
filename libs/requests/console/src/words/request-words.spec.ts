import { TestBed } from '@angular/core/testing';
import { Language } from '@smartpar/platform/ui';
import { surroundings } from '@smartpar/platform/ui/testing';
import type { ClockStep, RequestEvent } from '@smartpar/requests/model';
import de from '../i18n/de.json' with { type: 'json' };
import en from '../i18n/en.json' with { type: 'json' };
import { eventIcon } from './event-icon';
import { RequestWords } from './request-words';

const TEXTS = { en, de };
const ROLES = { roles: { helpdesk: { name: 'Helpdesk' }, auditor: { name: 'Auditor' } } };

async function words(locale: 'en' | 'de' = 'en'): Promise<RequestWords> {
  TestBed.configureTestingModule({ providers: surroundings({ texts: { requests: TEXTS[locale], access: ROLES }, language: locale }) });
  await TestBed.inject(Language).use(locale);
  return TestBed.inject(RequestWords);
}

const dana = { kind: 'member' as const, memberId: 'm1', line: 'Dana Reyes, privacy officer' };
const system = { kind: 'system' as const, memberId: null, line: null };

const EVENTS: readonly RequestEvent[] = [
  { code: 'received' },
  { code: 'organization-typed', name: 'Nordwerk' },
  { code: 'site-chosen', name: 'Kassel works', legalEntity: 'Larkspur GmbH' },
  { code: 'classified', from: 'question', to: 'erasure' },
  { code: 'assigned', memberId: 'm2', line: 'Jonas Weber' },
  { code: 'concern-named', memberId: 'm2' },
  { code: 'clock-paused', reason: 'identity' },
  { code: 'clock-resumed', dueOn: '2026-04-06' },
  { code: 'part-handed-over', reference: 'P-1', to: 'smartpar' },
  { code: 'part-received', reference: 'P-1' },
  { code: 'reminded', stage: 'half' },
  { code: 'owners-told' },
  { code: 'escalated' },
  { code: 'answered', outcome: 'refused' },
  { code: 'reopened' },
];

it('names whoever may answer, or where names are hidden says their number and what they are', async () => {
  const said = await words();
  expect(said.colleague({ memberId: 'm2', number: 10017, roles: ['helpdesk'], line: 'Jonas Weber' })).toBe('Jonas Weber');
  expect(said.colleague({ memberId: 'm2', number: 10017, roles: ['helpdesk', 'auditor'], line: null })).toBe('M-10017 (Helpdesk and Auditor)');
});

describe('what happened to a request', () => {
  it.each(EVENTS.map((event) => [event.code, event] as const))('has a sentence and an icon: %s', async (_code, event) => {
    const said = (await words()).event(event, dana);
    expect(said).not.toContain('requests.');
    expect(said).not.toContain('{{');
    expect(eventIcon(event.code)).toBeTruthy();
  });

  it.each([
    [{ code: 'assigned', memberId: 'm1', line: 'Dana Reyes' }, 'Dana Reyes, privacy officer took this on'],
    [{ code: 'assigned', memberId: 'm2', line: 'Jonas Weber' }, 'Dana Reyes, privacy officer asked Jonas Weber to answer'],
    [{ code: 'assigned', memberId: 'm2', line: null }, 'Dana Reyes, privacy officer asked a colleague to answer'],
    [{ code: 'assigned', memberId: null, line: null }, 'Dana Reyes, privacy officer gave this back to everybody who may answer'],
    [{ code: 'concern-named', memberId: null }, 'Dana Reyes, privacy officer noted that this complaint is not about a member'],
    [{ code: 'classified', from: 'question', to: 'erasure' }, 'Dana Reyes, privacy officer changed what this is: from “Question” to “Erasure”'],
    [{ code: 'clock-paused', reason: 'identity' }, 'The clock stands still: it is not yet clear who is asking'],
  ] satisfies [RequestEvent, string][])('%j is said as "%s"', async (event, sentence) => {
    expect((await words()).event(event, dana)).toBe(sentence);
  });

  it('names the system where nobody acted', async () => {
    expect((await words()).event({ code: 'part-handed-over', reference: 'P-1', to: 'organization' }, system)).toMatch(/^The system handed/);
  });

  it('tells the person only what is theirs to know', async () => {
    const all = await words();
    const told = EVENTS.filter((event) => all.personEvent(event) !== null).map(({ code }) => code);
    expect(told).toEqual(['received', 'clock-paused', 'clock-resumed', 'part-handed-over', 'part-received', 'answered', 'reopened']);
    expect(all.personEvent({ code: 'clock-resumed', dueOn: '2026-04-06' })).toBe('The clock runs again. You will hear by 6 April 2026');
  });
});

describe('how a date was computed', () => {
  it.each([
    [{ code: 'started', at: '2026-03-05T09:00:00Z', day: '2026-03-05', timeZone: 'Europe/Berlin' }, /^It started on 5 March 2026/],
    [{ code: 'rule-chosen', ruleId: 'r', regime: 'gdpr', ground: 'controller-place', place: 'DE' }, /applies because the organization is in Germany/],
    [{ code: 'rule-chosen', ruleId: 'r', regime: 'us-ca', ground: 'person-place', place: 'US-CA' }, /because the person is in United States \(US-CA\)/],
    [{ code: 'rule-chosen', ruleId: 'r', regime: 'gdpr', ground: 'house-rule', place: null }, /^No law we know of sets a date here/],
    [{ code: 'period-added', figure: 1, unit: 'calendar-months', day: '2026-04-05' }, /^1 month on from there is 5 April 2026/],
    [{ code: 'period-added', figure: 45, unit: 'days', day: '2026-04-19' }, /^45 days on/],
    [{ code: 'month-end', wantedDay: 31, day: '2026-04-30' }, /no day 31/],
    [{ code: 'pause-added', reason: 'clarification', from: '2026-03-10', to: '2026-03-12', days: 2, day: '2026-04-07' }, /stood still.*With 2 days added/],
    [
      {
        code: 'moved-to-working-day',
        from: '2026-04-04',
        day: '2026-04-07',
        because: [
          { day: '2026-04-04', kind: 'weekend', name: null },
          { day: '2026-04-05', kind: 'weekend', name: null },
          { day: '2026-04-06', kind: 'holiday', name: 'Easter Monday' },
        ],
      },
      /\(weekend and Easter Monday\)/,
    ],
    [{ code: 'ends', day: '2026-04-07', at: '2026-04-07T22:00:00Z' }, /^The last moment is the end of 7 April 2026/],
  ] satisfies [ClockStep, RegExp][])('%j', async (step, sentence) => {
    expect((await words()).step(step)).toMatch(sentence);
  });

  it("speaks the reader's language", async () => {
    expect((await words('de')).step({ code: 'period-added', figure: 1, unit: 'calendar-months', day: '2026-04-05' })).toBe(
      '1 Monat weiter ist der 5. April 2026.',
    );
  });
});
