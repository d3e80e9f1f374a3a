import { whomOf, type ChosenWhom } from './chosen-whom';

const chosen = (what: Partial<ChosenWhom> = {}): ChosenWhom => ({ members: '', status: '', site: '', group: '', role: '', ...what });

describe('whom somebody chose', () => {
  it('is everybody where nothing narrows it', () => {
    expect(whomOf(chosen())).toEqual({ kind: 'filter' });
  });

  it('is whom the list was filtered to', () => {
    expect(whomOf(chosen({ status: 'active', site: 's1', group: 'g1', role: 'helpdesk' }))).toEqual({
      ...{ kind: 'filter', status: 'active', siteId: 's1', groupId: 'g1', role: 'helpdesk' },
    });
    expect(whomOf(chosen({ site: 'none' }))).toEqual({ kind: 'filter', siteId: null });
  });

  it('is those chosen one by one, whatever else the address says', () => {
    expect(whomOf(chosen({ members: 'm1,m2,', status: 'active' }))).toEqual({ kind: 'members', ids: ['m1', 'm2'] });
  });

  it('takes no word that means nothing', () => {
    expect(whomOf(chosen({ status: 'famous', role: 'king' }))).toEqual({ kind: 'filter' });
  });
});
