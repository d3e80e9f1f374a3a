import type { ScimResourceType, ScimSchema, ScimValue } from './scim-attribute';
import { CONFIG_SCHEMAS } from './scim-config-schemas';
import { GROUP_TYPE, RESOURCE_SCHEMAS, USER_TYPE } from './scim-schemas';

/** Most operations one bulk request holds. */
export const MAX_BULK_OPERATIONS = 500;

/** Most bytes a message may have. */
export const MAX_SCIM_BYTES = 1_048_576;

/** Most resources one page holds. */
export const MAX_SCIM_PAGE = 500;

/** How many resources a page holds where nobody says. */
export const USUAL_SCIM_PAGE = 100;

/** Most groups a page holds that shows who is in them. */
export const MAX_GROUPS_WITH_MEMBERS = 50;

/** Names of messages. */
export const MESSAGES = Object.freeze({
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  search: 'urn:ietf:params:scim:api:messages:2.0:SearchRequest',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  bulkRequest: 'urn:ietf:params:scim:api:messages:2.0:BulkRequest',
  bulkResponse: 'urn:ietf:params:scim:api:messages:2.0:BulkResponse',
  error: 'urn:ietf:params:scim:api:messages:2.0:Error',
});

/** Every kind of resource. */
export const RESOURCE_TYPES: readonly ScimResourceType[] = [USER_TYPE, GROUP_TYPE];

/** Every schema. */
export const SCHEMAS: readonly ScimSchema[] = [...RESOURCE_SCHEMAS, ...CONFIG_SCHEMAS];

/**
 * What can be done here.
 * @param base address everything is below
 * @see RFC 7643 section 5
 */
export const serviceProviderConfig = (base: string): ScimValue => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  documentationUri: 'https://datatracker.ietf.org/doc/html/rfc7644',
  patch: { supported: true },
  bulk: { supported: true, maxOperations: MAX_BULK_OPERATIONS, maxPayloadSize: MAX_SCIM_BYTES },
  filter: { supported: true, maxResults: MAX_SCIM_PAGE },
  changePassword: { supported: false },
  sort: { supported: true },
  etag: { supported: true },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'OAuth Bearer Token',
      description: 'A token an owner of the organization made in the console, in the header Authorization.',
      specUri: 'https://datatracker.ietf.org/doc/html/rfc6750',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
});

/** A kind of resource, as it travels. @see RFC 7643 section 6 */
export const resourceTypeView = ({ name, endpoint, description, schema, extensions }: ScimResourceType, base: string): ScimValue => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
  id: name,
  name,
  endpoint,
  description,
  schema: schema.id,
  schemaExtensions: extensions.map(({ id }) => ({ schema: id, required: false })),
  meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/${name}` },
});

/** A schema, as it travels. @see RFC 7643 section 7 */
export const schemaView = ({ id, name, description, attributes }: ScimSchema, base: string): ScimValue => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
  id,
  name,
  description,
  attributes,
  meta: { resourceType: 'Schema', location: `${base}/Schemas/${id}` },
});

/** A list, as it travels. @see RFC 7644 section 3.4.2 */
export const listView = (resources: readonly ScimValue[], { total, startIndex }: { readonly total: number; readonly startIndex: number }): ScimValue => ({
  schemas: [MESSAGES.list],
  totalResults: total,
  startIndex,
  itemsPerPage: resources.length,
  Resources: resources,
});
