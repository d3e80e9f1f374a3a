import { readSearch, readWanted } from './scim-query';

const SEARCH = { schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'] };

describe('the attributes that are asked for', () => {
  it('are read one by one, each once, in upper or lower case', () => {
    expect(readWanted({ attributes: 'userName, USERNAME,,emails.value' })).toEqual({ attributes: ['username', 'emails.value'], excludedAttributes: [] });
    expect(readSearch({ ...SEARCH, excludedAttributes: ['groups', 'Groups', 'name'] }).excludedAttributes).toEqual(['groups', 'name']);
  });

  it.each(['attributes', 'excludedAttributes'])('are no more than a list holds: %s', (name) => {
    for (const list of ['id,'.repeat(3000), Array.from({ length: 100_000 }, () => 'id'), Array.from({ length: 100_000 }, () => ''), [7]]) {
      expect(() => readSearch({ ...SEARCH, [name]: list })).toThrow(name);
    }
  });
});
