import { DomainError } from '@smartpar/kernel';
import { field, listView, type ScimValue } from '@smartpar/members/model';
import type { ScimCall } from './scim-call';

/**
 * A list of what the service says of itself: all of it, always; it is not asked for in parts.
 * @throws {DomainError} 403 where a filter came with it
 * @see RFC 7644 section 4
 */
export function wholeList({ query }: ScimCall, resources: readonly ScimValue[]): ScimValue {
  if (field(query, 'filter') !== undefined) {
    throw new DomainError({ code: 'scim.forbidden', status: 403, message: 'What the service says of itself is read as a whole, without a filter.' });
  }
  return listView(resources, { total: resources.length, startIndex: 1 });
}
