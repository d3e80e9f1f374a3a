import { GROUP_TYPE, project, readWanted, USER_TYPE } from '@smartpar/members/model';
import type { ChangedGroup } from './change-groups';
import type { ChangedResource, ChangeOrder } from './change-users';
import type { ScimCall } from './scim-call';
import type { Done } from './scim-desk';

/** How a change of one resource is asked for. */
export const orderOf = ({ base, ifMatch }: ScimCall, id: string): ChangeOrder => ({ id: id.toLowerCase(), base, ifMatch });

const toldOf = ({ id, changed, notKept }: ChangedResource): Done['told'] => ({ resourceId: id, changed, notKept });

/** What is answered to somebody new. */
export const createdUser = (call: ScimCall, made: ChangedResource): Done => ({
  answer: {
    status: 201,
    body: project(USER_TYPE, made.resource, readWanted(call.query)),
    version: made.version,
    location: `${call.base}/Users/${made.id}`,
  },
  told: toldOf(made),
});

/** What is answered to a change of a user. */
export const changedUser = (call: ScimCall, changed: ChangedResource): Done => ({
  answer: {
    status: 200,
    body: project(USER_TYPE, changed.resource, readWanted(call.query)),
    version: changed.version,
    location: `${call.base}/Users/${changed.id}`,
  },
  told: toldOf(changed),
  ...(changed.after !== undefined && { after: changed.after }),
});

/** What is answered to a new group. */
export const createdGroup = (call: ScimCall, made: ChangedGroup): Done => ({
  answer: {
    status: 201,
    body: project(GROUP_TYPE, made.resource, readWanted(call.query)),
    version: made.version,
    location: `${call.base}/Groups/${made.id}`,
  },
  told: toldOf(made),
  ...(made.after !== undefined && { after: made.after }),
});

/** What is answered to a change of a group: of a large one nothing, unless it was asked for. @see RFC 7644 section 3.5.2 */
export const changedGroup = (call: ScimCall, changed: ChangedGroup): Done => {
  const wanted = readWanted(call.query);
  const { version, large, after } = changed;
  const more = { told: toldOf(changed), ...(after !== undefined && { after }) };
  if (large && call.method === 'PATCH' && wanted.attributes === null) return { answer: { status: 204, version }, ...more };
  const location = `${call.base}/Groups/${changed.id}`;
  return { answer: { status: 200, body: project(GROUP_TYPE, changed.resource, wanted), version, location }, ...more };
};

/** What is answered where something was removed. */
export const removed = ({ after }: Pick<ChangedResource, 'after'>): Done => ({
  answer: { status: 204 },
  told: { changed: ['active'] },
  ...(after !== undefined && { after }),
});
