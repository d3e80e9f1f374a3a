import { Injectable, inject } from '@angular/core';
import type { ProvisioningCall } from '@smartpar/members/model';
import { Formats, Language } from '@smartpar/platform/ui';

const DEEDS: Readonly<Record<string, string>> = { POST: 'made', PUT: 'replaced', PATCH: 'changed', DELETE: 'removed', GET: 'read' };

/** Puts calls of a directory into plain words. Names of attributes stay as the protocol has them: whoever mends it looks for just these. */
@Injectable({ providedIn: 'root' })
export class CallWords {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  /** What it was to do: `Changed a person`. */
  what({ method, path }: ProvisioningCall): string {
    return this.language.say(`provisioning.did.${this.thing(path)}.${this.deed(method, path)}`);
  }

  /** Why it was refused, and what to do; `null` where it was done. */
  remedy({ outcome, fault, path }: ProvisioningCall): string | null {
    if (outcome === 'done') return null;
    const said = (fault ?? '').replace(/^scim\./, '').replace(/[._]/g, '-');
    const word = said === 'not-found' && this.thing(path) === 'service' ? 'method' : said;
    const key = `provisioning.fault.${word}`;
    return this.language.say(this.language.knows(key) ? key : `provisioning.outcome.${outcome}Hint`);
  }

  /** `displayName and department` */
  names(names: readonly string[]): string {
    return this.formats.list([...names]);
  }

  private thing(path: string): 'people' | 'groups' | 'service' {
    if (/^(Bulk\/)?Users/.test(path)) return 'people';
    return /^(Bulk\/)?Groups/.test(path) ? 'groups' : 'service';
  }

  private deed(method: string, path: string): string {
    if (path.endsWith('.search')) return 'searched';
    if (this.thing(path) === 'service') return path.startsWith('Bulk') ? 'many' : 'read';
    return method === 'GET' && !path.includes('{') ? 'searched' : (DEEDS[method] ?? 'read');
  }
}
