import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyReceipt } from './receipt.mjs';
import { NAME, signingKey } from './signing.mjs';

const { key, note, text } = signingKey();
const evaluations = [{ alerts: 0, day: '2026-02-03', kind: 'look-volume', people: 12, roles: [], runs: 1, system: true }];
const said = {
  evaluations,
  from: '2026-02-01T00:00:00.000Z',
  month: '2026-02',
  none: false,
  organization: 'o1',
  rules: [],
  until: '2026-03-01T00:00:00.000Z',
  v: 1,
};
const lineOf = (receipt = said) => `${receipt.month} ${hash('sha256', JSON.stringify(receipt), 'base64')}`;
const file = (receipt = said, signed = note('smartpar.ai/evaluation-receipt/o1', lineOf())) => JSON.stringify({ receipt, note: signed, keys: [text] }, null, 2);

describe('the receipt of a month', () => {
  it('fits what was signed, whatever order its members stand in', () => {
    expect(verifyReceipt(file(), [key])).toEqual({ fits: true, sentence: 'The receipt of 2026-02 fits.' });
    const { v, organization, ...others } = said;
    expect(verifyReceipt(file({ v, organization, ...others }), [key]).fits).toBe(true);
  });

  it('says where nothing was evaluated', () => {
    const none = { ...said, evaluations: [], none: true };
    expect(verifyReceipt(file(none, note('smartpar.ai/evaluation-receipt/o1', lineOf(none))), [key]).sentence).toBe(
      'The receipt of 2026-02 fits: nothing was evaluated.',
    );
  });

  it.each([
    ['an evaluation is left out', file({ ...said, evaluations: [] }), 'What the receipt says is not what was signed.'],
    ['it is said to be of another month', file({ ...said, month: '2026-03' }), 'What the receipt says is not what was signed.'],
    ['it is of another organization', file(said, note('smartpar.ai/evaluation-receipt/o2', lineOf())), 'What the receipt says is not what was signed.'],
    ['a checkpoint is given for it', file(said, note(NAME, lineOf())), 'The receipt was not signed by the key.'],
    [
      'its own keys are not those that were told',
      file(said, signingKey().note('smartpar.ai/evaluation-receipt/o1', lineOf())),
      'The receipt was not signed by the key.',
    ],
    [
      'the file is a certificate',
      JSON.stringify({ certificate: said, note: note('smartpar.ai/access-review/o1', '{}') }),
      'The file is no receipt of evaluations.',
    ],
    ['the file is no JSON', 'receipt', 'The file is no receipt of evaluations.'],
  ])('does not fit where %s', (_, given, sentence) => {
    expect(verifyReceipt(given, [key])).toEqual({ fits: false, sentence });
  });

  it('is checked by the command, which ends as it says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'receipt-'));
    const checked = (/** @type {string} */ content) => {
      const path = join(folder, 'evaluations-2026-02.json');
      writeFileSync(path, content);
      return execFileSync(process.execPath, [join(import.meta.dirname, 'run.mjs'), '--receipt', path, '--key', text], { encoding: 'utf8' });
    };
    expect(checked(file())).toBe('The receipt of 2026-02 fits.\n');
    expect(() => checked(file({ ...said, evaluations: [] }))).toThrow(expect.objectContaining({ status: 1 }));
    rmSync(folder, { recursive: true });
  });
});
