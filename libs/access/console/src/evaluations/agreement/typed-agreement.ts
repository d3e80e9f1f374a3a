import type { EvaluationRulesChange, EvaluationRulesView } from '@smartpar/access/model';
import * as z from 'zod';

const day = () => z.union([z.literal(''), z.iso.date()]);

/** What is typed about an agreement: all of it, or nothing. */
export const typedAgreement = z
  .object({
    needed: z.string(),
    askedBy: z.string().trim().max(120),
    title: z.string().trim().max(200),
    reference: z.string().trim().max(120),
    concludedOn: day(),
    validUntil: day(),
  })
  .superRefine((typed, context) => {
    const lacks = (path: keyof typeof typed): void => context.addIssue({ code: 'custom', path: [path], params: { code: 'required' }, message: 'required' });
    if (typed.needed === 'yes' && typed.askedBy === '') lacks('askedBy');
    if (isNone(typed)) return;
    for (const path of ['title', 'reference', 'concludedOn'] as const) if (typed[path] === '') lacks(path);
    if (typed.validUntil !== '' && typed.validUntil < typed.concludedOn) lacks('validUntil');
  });

/** What is typed about an agreement. */
export type TypedAgreement = z.infer<typeof typedAgreement>;

const isNone = ({ title, reference, concludedOn, validUntil }: TypedAgreement): boolean =>
  [title, reference, concludedOn, validUntil].every((one) => one === '');

/** What the form begins with. */
export const typedOf = (rules: EvaluationRulesView | null): TypedAgreement => ({
  needed: rules?.needed === true ? 'yes' : 'no',
  askedBy: rules?.askedBy ?? '',
  title: rules?.agreement?.title ?? '',
  reference: rules?.agreement?.reference ?? '',
  concludedOn: rules?.agreement?.concludedOn ?? '',
  validUntil: rules?.agreement?.validUntil ?? '',
});

/** What is sent. */
export function changeOf(typed: TypedAgreement): Omit<EvaluationRulesChange, 'version'> {
  const { askedBy, title, reference, concludedOn, validUntil } = typed;
  const agreement = { title: title.trim(), reference: reference.trim(), concludedOn, validUntil: validUntil === '' ? null : validUntil };
  return { needed: typed.needed === 'yes', askedBy: askedBy.trim() === '' ? null : askedBy.trim(), agreement: isNone(typed) ? null : agreement };
}
