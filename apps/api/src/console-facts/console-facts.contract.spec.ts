import { developmentMailQuery } from './console-facts.contract';

describe('a query of the development mailbox', () => {
  it.each([{}, { to: 'ann@example.com' }])('may be %j', (query) => {
    expect(developmentMailQuery.parse(query)).toEqual(query);
  });

  it.each([{ to: '\u0000' }, { to: 'x'.repeat(255) }, { to: ['a', 'b'] }, { from: 'ann@example.com' }])('may not be %j', (query) => {
    expect(developmentMailQuery.safeParse(query).success).toBe(false);
  });
});
