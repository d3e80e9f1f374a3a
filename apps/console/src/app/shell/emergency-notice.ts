import { Injectable, effect, inject, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Abilities } from '@smartpar/access/console';
import { isOfBreakGlass } from '@smartpar/access/model';
import { Banners, Formats, millisecondsUntil } from '@smartpar/platform/ui';

const ID = 'break-glass';

/** Says above every page that one is looking in an emergency, and until when; to the second it ends, what one may see is asked anew. */
@Injectable({ providedIn: 'root' })
export class EmergencyNotice {
  private readonly abilities = inject(Abilities);
  private readonly banners = inject(Banners);
  private readonly formats = inject(Formats);
  private readonly router = inject(Router);

  constructor() {
    effect((onCleanup) => {
      const organizationId = this.abilities.organizationId();
      const until = organizationId === null ? null : (this.abilities.grantsIn(organizationId).find(isOfBreakGlass)?.until ?? null);
      untracked(() => this.banners.remove(ID));
      if (organizationId === null || until === null) return;
      this.tell(organizationId, until);
      const timer = setTimeout(() => void this.abilities.refresh(organizationId).catch(() => this.banners.remove(ID)), millisecondsUntil(until));
      onCleanup(() => clearTimeout(timer));
    });
  }

  private tell(organizationId: string, until: string): void {
    this.banners.show({
      id: ID,
      tone: 'late',
      text: 'shell.emergency',
      figures: { time: this.formats.time(until) },
      action: { label: 'shell.emergencyOpen', run: () => void this.router.navigateByUrl(`/org/${organizationId}/access/break-glass/now`) },
    });
  }
}
