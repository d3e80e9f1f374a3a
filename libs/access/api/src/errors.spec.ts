import { createAbility } from '@smartpar/access/model';
import { notFound } from '@smartpar/kernel';
import { allowedOr404 } from './errors';

const ability = createAbility([{ action: 'read', subject: 'site', conditions: { open: true } }]);
const refusal = (row: object | null | undefined): unknown => {
  try {
    return allowedOr404(ability, 'read', 'site', row);
  } catch (error) {
    return error;
  }
};

describe('a row that is asked for', () => {
  it('is passed on when it may be seen', () => {
    const row = { open: true };
    expect(refusal(row)).toBe(row);
  });

  it.each<[string, object | null | undefined]>([
    ['forbidden', { open: false }],
    ['missing', undefined],
    ['null', null],
  ])('is the same 404 when it is %s', (_, row) => {
    expect(refusal(row)).toEqual(notFound());
  });
});
