/** What kind of value an attribute holds. */
export type ScimType = 'string' | 'boolean' | 'dateTime' | 'reference' | 'complex' | 'integer';

/**
 * An attribute of a resource with its characteristics.
 * @see RFC 7643 section 7
 */
export interface ScimAttribute {
  readonly name: string;
  readonly type: ScimType;
  readonly multiValued: boolean;
  readonly description: string;
  readonly required: boolean;
  readonly caseExact: boolean;
  readonly mutability: 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly';
  readonly returned: 'always' | 'never' | 'default' | 'request';
  readonly uniqueness: 'none' | 'server' | 'global';
  readonly canonicalValues?: readonly string[];
  readonly referenceTypes?: readonly string[];
  readonly subAttributes?: readonly ScimAttribute[];
}

/** A set of attributes under one name. */
export interface ScimSchema {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly ScimAttribute[];
}

/** A kind of resource: its own schema, and those that extend it. */
export interface ScimResourceType {
  readonly name: 'User' | 'Group';
  /** below the base address: `/Users` */
  readonly endpoint: string;
  readonly description: string;
  readonly schema: ScimSchema;
  readonly extensions: readonly ScimSchema[];
}

/** A resource or a part of it, as it travels. */
export type ScimValue = Readonly<Record<string, unknown>>;

type Said = Partial<Omit<ScimAttribute, 'name' | 'description'>>;

/** An attribute with the characteristics most have, and those that differ. */
export const attribute = (name: string, description: string, said: Said = {}): ScimAttribute => ({
  name,
  type: said.subAttributes === undefined ? 'string' : 'complex',
  multiValued: false,
  description,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  ...said,
});

/** The directory's own identifier. It is published with each schema too, for programs that compare a resource with nothing but its schema. */
export const EXTERNAL_ID = attribute('externalId', 'The identifier of the resource in the directory, which never changes there.', { caseExact: true });

/** What every resource has, whatever its schema. */
export const COMMON_ATTRIBUTES: readonly ScimAttribute[] = [
  attribute('schemas', 'The schemas of the resource.', { type: 'reference', multiValued: true, caseExact: true, returned: 'always', mutability: 'readOnly' }),
  attribute('id', 'The identifier of the resource here.', { caseExact: true, returned: 'always', mutability: 'readOnly', uniqueness: 'global' }),
  EXTERNAL_ID,
  attribute('meta', 'When the resource was made and changed, and where it is.', {
    mutability: 'readOnly',
    subAttributes: [
      attribute('resourceType', 'What kind of resource it is.', { caseExact: true, mutability: 'readOnly' }),
      attribute('created', 'When it was made.', { type: 'dateTime', mutability: 'readOnly' }),
      attribute('lastModified', 'When it was last changed.', { type: 'dateTime', mutability: 'readOnly' }),
      attribute('location', 'Its address.', { type: 'reference', caseExact: true, mutability: 'readOnly' }),
      attribute('version', 'Its version, as in the header ETag.', { caseExact: true, mutability: 'readOnly' }),
    ],
  }),
];

/** Whether a value is an object and no list. */
export const isScimValue = (value: unknown): value is ScimValue => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Finds an attribute by its name, which is read without case. */
export const named = (attributes: readonly ScimAttribute[], name: string): ScimAttribute | undefined => {
  const wanted = name.toLowerCase();
  return attributes.find((one) => one.name.toLowerCase() === wanted);
};
