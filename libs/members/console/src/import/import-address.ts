import { membersAddress } from '../members-address';

/** Where members are imported. */
export const importsAddress = (organizationId: string): string => `${membersAddress(organizationId)}/import`;

/** Where one import is gone on with. */
export const importAddress = (organizationId: string, importId: string): string => `${importsAddress(organizationId)}/${importId}`;

/** Imports, below the API. */
export const importsPath = (organizationId: string): string => `/organizations/${organizationId}/member-imports`;
