import { piecesOf } from './mail-pieces';

describe('the pieces of a mail', () => {
  it('part the addresses from the words, and full stops from the addresses', () => {
    expect(piecesOf('Confirm here: http://127.0.0.1:3000/ask/confirm#t=a.b_c-d.\nThank you')).toEqual([
      { kind: 'words', text: 'Confirm here: ' },
      { kind: 'link', text: 'http://127.0.0.1:3000/ask/confirm#t=a.b_c-d' },
      { kind: 'words', text: '.\nThank you' },
    ]);
  });

  it('find nothing to follow in what is no web address', () => {
    expect(piecesOf('javascript:alert(1) mailto:a@b.example')).toEqual([{ kind: 'words', text: 'javascript:alert(1) mailto:a@b.example' }]);
  });

  it('of nothing are none', () => {
    expect(piecesOf('')).toEqual([]);
  });
});
