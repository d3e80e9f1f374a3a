/** A piece of a mail's text: words, or an address that can be followed. */
export interface MailPiece {
  readonly kind: 'words' | 'link';
  readonly text: string;
}

const LINK = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/;

/** Finds the addresses in a mail's text. */
export const piecesOf = (text: string): readonly MailPiece[] =>
  text
    .split(LINK)
    .map((piece, index) => ({ kind: index % 2 === 1 ? ('link' as const) : ('words' as const), text: piece }))
    .filter((piece) => piece.text !== '');
