import { attribute, type ScimAttribute, type ScimSchema } from './scim-attribute';

const read = { mutability: 'readOnly' } as const;

const flag = (name: string, description: string): ScimAttribute => attribute(name, description, { ...read, type: 'boolean', required: true });

const count = (name: string, description: string): ScimAttribute => attribute(name, description, { ...read, type: 'integer', required: true });

const uri = (name: string, description: string, required = false): ScimAttribute =>
  attribute(name, description, { ...read, type: 'reference', referenceTypes: ['uri'], caseExact: true, required });

const feature = (name: string, description: string, more: readonly ScimAttribute[] = []): ScimAttribute =>
  attribute(name, description, { ...read, required: true, subAttributes: [flag('supported', 'Whether it can be done here.'), ...more] });

/** The schema of what the service can do. @see RFC 7643 section 8.7.2 */
const serviceProviderConfig: ScimSchema = {
  id: 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig',
  name: 'ServiceProviderConfig',
  description: 'What can be done here.',
  attributes: [
    attribute('documentationUri', 'Where a person reads more.', { ...read, type: 'reference', referenceTypes: ['external'], caseExact: true }),
    feature('patch', 'Changing parts of a resource.'),
    feature('bulk', 'Several operations at once.', [
      count('maxOperations', 'How many operations at most.'),
      count('maxPayloadSize', 'How many bytes at most.'),
    ]),
    feature('filter', 'Asking for some resources.', [count('maxResults', 'How many are answered at most.')]),
    feature('changePassword', 'Changing passwords.'),
    feature('sort', 'Asking for an order.'),
    feature('etag', 'Versions of resources.'),
    attribute('authenticationSchemes', 'How one proves who one is.', {
      ...read,
      required: true,
      multiValued: true,
      subAttributes: [
        attribute('type', 'The kind of scheme.', {
          ...read,
          required: true,
          canonicalValues: ['oauth', 'oauth2', 'oauthbearertoken', 'httpbasic', 'httpdigest'],
        }),
        attribute('name', 'Its name.', { ...read, required: true }),
        attribute('description', 'What it is.', { ...read, required: true }),
        attribute('specUri', 'Where it is specified.', { ...read, type: 'reference', referenceTypes: ['external'], caseExact: true }),
        attribute('documentationUri', 'Where a person reads more.', { ...read, type: 'reference', referenceTypes: ['external'], caseExact: true }),
        attribute('primary', 'Whether it is the one to use first.', { ...read, type: 'boolean' }),
      ],
    }),
  ],
};

const resourceType: ScimSchema = {
  id: 'urn:ietf:params:scim:schemas:core:2.0:ResourceType',
  name: 'ResourceType',
  description: 'A kind of resource.',
  attributes: [
    attribute('id', 'Its identifier.', { ...read, caseExact: true }),
    attribute('name', 'Its name.', { ...read, required: true, caseExact: true }),
    attribute('description', 'What it is.', read),
    uri('endpoint', 'Where its resources are, below the base address.', true),
    uri('schema', 'Its schema.', true),
    attribute('schemaExtensions', 'What extends its schema.', {
      ...read,
      multiValued: true,
      subAttributes: [uri('schema', 'The schema of the extension.', true), flag('required', 'Whether every resource has it.')],
    }),
  ],
};

/** What is said of an attribute; the same is said of its parts. */
const characteristics: readonly ScimAttribute[] = [
  attribute('name', 'Its name.', { ...read, required: true, caseExact: true }),
  attribute('type', 'What kind of value it holds.', {
    ...read,
    required: true,
    canonicalValues: ['string', 'complex', 'boolean', 'decimal', 'integer', 'dateTime', 'reference', 'binary'],
  }),
  flag('multiValued', 'Whether it may have several values.'),
  attribute('description', 'What it is.', read),
  attribute('required', 'Whether every resource has it.', { ...read, type: 'boolean' }),
  attribute('canonicalValues', 'Values it usually has.', { ...read, multiValued: true, caseExact: true }),
  attribute('caseExact', 'Whether upper and lower case differ.', { ...read, type: 'boolean' }),
  attribute('mutability', 'Who may change it, and when.', { ...read, caseExact: true, canonicalValues: ['readOnly', 'readWrite', 'immutable', 'writeOnly'] }),
  attribute('returned', 'When it is answered.', { ...read, caseExact: true, canonicalValues: ['always', 'never', 'default', 'request'] }),
  attribute('uniqueness', 'Within what no two have the same.', { ...read, caseExact: true, canonicalValues: ['none', 'server', 'global'] }),
  attribute('referenceTypes', 'What it may refer to.', { ...read, multiValued: true, caseExact: true }),
];

const schema: ScimSchema = {
  id: 'urn:ietf:params:scim:schemas:core:2.0:Schema',
  name: 'Schema',
  description: 'A set of attributes.',
  attributes: [
    attribute('id', 'Its name in the world.', { ...read, required: true, caseExact: true }),
    attribute('name', 'Its name for people.', { ...read, required: true }),
    attribute('description', 'What it is.', read),
    attribute('attributes', 'Its attributes.', {
      ...read,
      required: true,
      multiValued: true,
      subAttributes: [
        ...characteristics,
        attribute('subAttributes', 'The parts of the attribute.', { ...read, multiValued: true, subAttributes: characteristics }),
      ],
    }),
  ],
};

/** The schemas of what the service says of itself. */
export const CONFIG_SCHEMAS: readonly ScimSchema[] = [serviceProviderConfig, resourceType, schema];
