import { Injectable, inject } from '@angular/core';
import type { OwnBreakGlass } from '@smartpar/access/model';
import { Api, Banners, Formats, Language, millisecondsUntil, Toasts } from '@smartpar/platform/ui';
import { Abilities } from '../abilities/abilities';

/** What runs of one's own. */
type Running = OwnBreakGlass['items'][number];

const BANNER = 'break-glass';

/** Says above every page that one is looking in an emergency, and takes that down to the second it ends. */
@Injectable({ providedIn: 'root' })
export class RunningEmergency {
  private readonly abilities = inject(Abilities);
  private readonly api = inject(Api);
  private readonly banners = inject(Banners);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** One has begun, or was found running. What one may see changes with it. */
  async begun(organizationId: string, { id, until }: Running): Promise<void> {
    clearTimeout(this.timer);
    this.banners.show({
      id: BANNER,
      tone: 'late',
      text: 'breakGlass.banner',
      figures: { time: this.formats.time(until) },
      action: { label: 'breakGlass.end', run: () => void this.end(organizationId, id) },
    });
    this.timer = setTimeout(() => void this.over(organizationId), millisecondsUntil(until));
    await this.abilities.refresh(organizationId).catch(() => undefined);
  }

  /** Ends it before its hour is over. @throws {Problem} */
  async end(organizationId: string, id: string): Promise<void> {
    await this.api.post(`/organizations/${organizationId}/break-glasses/${id}/end`);
    this.toasts.show(this.language.say('breakGlass.ended'));
    await this.over(organizationId);
  }

  private async over(organizationId: string): Promise<void> {
    clearTimeout(this.timer);
    this.banners.remove(BANNER);
    await this.abilities.refresh(organizationId).catch(() => undefined);
  }
}
