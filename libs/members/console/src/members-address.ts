/** The address of an organization's members. */
export const membersAddress = (organizationId: string): string => `/org/${organizationId}/members`;
