import type { FieldStanding } from '@smartpar/members/model';
import { mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { StandingLine } from './standing-line';

const said = async (of: FieldStanding | undefined): Promise<string> => (await mount(StandingLine, { texts: { members: en }, inputs: { of } })).text();

describe('where a value comes from', () => {
  it.each<[FieldStanding, string]>([
    [{ source: 'directory', since: '2026-03-02T09:00:00Z', editors: ['directory'] }, 'From the directory, 2 March 2026. It is changed there only.'],
    [{ source: 'person', since: '2026-03-02T09:00:00Z', editors: ['person'] }, 'From the person, 2 March 2026. Only they change it.'],
    [{ source: 'import', since: '2026-03-02T09:00:00Z', editors: ['administrator'] }, 'From a file, 2 March 2026. Administrators change it.'],
    [{ source: null, since: null, editors: ['person', 'administrator'] }, 'They and administrators change it.'],
  ])('is said with who may change it: %j', async (standing, sentence) => expect(await said(standing)).toBe(sentence));

  it('is not said of what is hidden', async () => expect(await said(undefined)).toBe(''));
});
