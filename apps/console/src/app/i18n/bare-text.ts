import {
  ASTWithSource,
  Interpolation,
  TmplAstRecursiveVisitor,
  parseTemplate,
  tmplAstVisitAll,
  type TmplAstBoundText,
  type TmplAstElement,
  type TmplAstText,
  type TmplAstTextAttribute,
} from '@angular/compiler';

/** Attributes whose value people read or hear. */
const READ: ReadonlySet<string> = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'emptyHint',
  'emptyTitle',
  'hint',
  'label',
  'placeholder',
  'purpose',
  'title',
]);

const isRead = (text: string): boolean => /\p{L}/u.test(text.replaceAll(/&\w+;/g, ''));

class BareText extends TmplAstRecursiveVisitor {
  readonly found: string[] = [];

  override visitElement(element: TmplAstElement): void {
    // keys of the keyboard and words of machines are the same in every language
    if (element.name !== 'kbd' && element.name !== 'code') super.visitElement(element);
  }

  override visitText(text: TmplAstText): void {
    this.note(text.value);
  }

  override visitBoundText(text: TmplAstBoundText): void {
    const expression: unknown = text.value instanceof ASTWithSource ? text.value.ast : text.value;
    if (expression instanceof Interpolation) expression.strings.forEach((words) => this.note(words));
  }

  override visitTextAttribute(attribute: TmplAstTextAttribute): void {
    if (READ.has(attribute.name)) this.note(attribute.value);
  }

  private note(text: string): void {
    if (isRead(text)) this.found.push(text.trim());
  }
}

/**
 * Finds what a template says without asking for its text.
 * @param template source of an Angular template
 * @returns every word or sentence that stands bare between tags or in an attribute people read
 * @throws when the template cannot be parsed
 */
export function bareTextOf(template: string): readonly string[] {
  const parsed = parseTemplate(template, 'template.html', { preserveWhitespaces: false });
  if (parsed.errors !== null) throw new Error(parsed.errors.map((error) => error.msg).join('\n'));
  const visitor = new BareText();
  tmplAstVisitAll(visitor, parsed.nodes);
  return visitor.found;
}
