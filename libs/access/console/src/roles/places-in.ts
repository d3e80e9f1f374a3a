import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, type Signal } from '@angular/core';
import { apiAddress } from '@smartpar/platform/ui';
import { Abilities } from '../abilities/abilities';
import type { Places } from './answers';

/** The sites or the groups there are to choose from; nothing for whoever may not read them. Called where things are injected. */
export function placesIn(organizationId: Signal<string>, noun: 'site' | 'group'): HttpResourceRef<Places | undefined> {
  const abilities = inject(Abilities);
  return httpResource<Places>(() => (abilities.can('read', noun) ? apiAddress(`/organizations/${organizationId()}/${noun}s`) : undefined));
}
