import type { LeavingOutlook } from '@smartpar/members/model';
import { ConsequencePanelHarness, mount } from '@smartpar/platform/ui/testing';
import { outlookExample } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { Outlook } from './outlook';

async function said(facts: Partial<LeavingOutlook>): Promise<readonly string[]> {
  const page = await mount(Outlook, { texts: { members: en }, inputs: { of: outlookExample(facts), heading: 'If they go' } });
  return (await page.part(ConsequencePanelHarness)).sentences();
}

describe('what goes and what stays', () => {
  it('says of a kind that stays that only what is personal in it goes', async () => {
    const sentences = await said({
      goes: [
        { kind: 'roles', count: 1 },
        { kind: 'requests', count: 2 },
      ],
      stays: [{ kind: 'requests', why: 'answers', count: 2 }],
    });
    expect(sentences).toEqual(expect.arrayContaining(['Removed: roles (1)', 'What is personal in it is removed: own privacy questions (2)']));
    expect(sentences.join(' ')).not.toContain('Removed: own privacy questions');
  });

  it('names a kind once, with each of its reasons and all there is of it', async () => {
    const sentences = await said({
      stays: [
        { kind: 'imports', why: 'file', count: null },
        { kind: 'imports', why: 'statistics', count: null },
        { kind: 'acts', why: 'accountability', count: 3 },
        { kind: 'acts', why: 'proof', count: 1 },
      ],
    });
    const stays = sentences.filter((sentence) => sentence.startsWith('Stays'));
    expect(stays).toEqual([
      'Stays under a number only: lines of files that were brought. It goes when that file is done with. It keeps figures right and names nobody.',
      'Stays under a number only: what was done and decided here (4). It shows who looked at what and who decided. It proves what was promised or found.',
    ]);
  });

  it('speaks of nobody in particular, so that whoever leaves reads it as whoever lets them go', async () => {
    expect((await said({})).join(' ')).not.toMatch(/\b(?:person|they|their|you|your)\b/iu);
  });
});
