/** The address of an organization's inbox. */
export const inboxAddress = (organizationId: string): string => `/org/${organizationId}/inbox`;
