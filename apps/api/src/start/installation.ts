import type { Type } from '@nestjs/common';
import { EnsureInstallation } from '@smartpar/organizations/api';
import type { Configuration } from '../config/configuration';

/** Where use cases are found. */
export interface UseCases {
  readonly configuration: Configuration;
  get<T>(type: Type<T>): T;
}

/** Sets up what every installation needs before anything else; does nothing where that has been done. */
export async function ensureInstallation({ configuration, get }: UseCases): Promise<void> {
  const { INSTALLATION, ORGANIZATION_NAME, ORGANIZATION_COUNTRY, ORGANIZATION_TIME_ZONE, ORGANIZATION_LANGUAGE } = configuration;
  const place = { country: ORGANIZATION_COUNTRY, timeZone: ORGANIZATION_TIME_ZONE, locale: ORGANIZATION_LANGUAGE };
  const ensure = get(EnsureInstallation);
  if (INSTALLATION === 'hosted') await ensure.run({ mode: 'hosted', ...place });
  else await ensure.run({ mode: 'own-server', organization: { name: ORGANIZATION_NAME ?? 'Our organization', slug: 'our-organization', ...place } });
}
