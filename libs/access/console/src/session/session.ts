import { DOCUMENT, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { Api, Drafts, Language, Reauthentication, SessionEnd, problemOf, type Problem } from '@smartpar/platform/ui';
import { OtherTabs } from './other-tabs';
import type { Membership, SessionFacts } from './session-facts';

/** Who is signed in at this browser, and where they belong. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(Api);
  private readonly document = inject(DOCUMENT);
  private readonly drafts = inject(Drafts);
  private readonly language = inject(Language);
  private readonly reauthentication = inject(Reauthentication);
  private readonly end = inject(SessionEnd);
  private readonly tabs = inject(OtherTabs);
  private readonly known = signal<SessionFacts | null>(null);
  private readonly failure = signal<Problem | null>(null);
  private asking: Promise<void> | null = null;
  private asked = false;

  /** Who is signed in; `null` for nobody, or as long as nobody has asked. */
  readonly facts = this.known.asReadonly();
  /** Why it could not be found out whether somebody is signed in. */
  readonly problem = this.failure.asReadonly();
  readonly signedIn = computed(() => this.facts() !== null);
  readonly memberships = computed<readonly Membership[]>(() => this.facts()?.memberships ?? []);
  /** The membership in SmartPAR's workforce, for its staff only. */
  readonly workforce = computed(() => this.memberships().find((membership) => membership.kind === 'workforce') ?? null);

  constructor() {
    effect(() => {
      if (this.end.times() > 0) untracked(() => this.forget());
    });
    this.tabs.listen((accountId) => this.heard(accountId));
  }

  /** Finds out who is signed in, once; later calls cost nothing. Nobody is, where the page itself came to somebody unknown. */
  async ensure(): Promise<void> {
    const { dataset } = this.document.documentElement;
    if (dataset['visitor'] === 'new') this.asked = true;
    delete dataset['visitor'];
    if (!this.asked) await this.refresh();
  }

  /** Asks again: after signing in, after switching preferences. */
  async refresh(): Promise<void> {
    this.asking ??= this.ask();
    try {
      await this.asking;
    } finally {
      this.asking = null;
    }
  }

  /** @returns the membership in one organization, `null` for strangers */
  membershipIn(organizationId: string): Membership | null {
    return this.memberships().find((membership) => membership.organizationId === organizationId) ?? null;
  }

  /**
   * Signs out here and forgets what was typed, for the next person at this computer.
   * @throws {Problem} when the server could not be told; then the person is still signed in
   */
  async signOut(): Promise<void> {
    await this.api.delete('/session');
    this.drafts.forgetAll();
    this.forget();
    this.tabs.tell(null);
  }

  private async ask(): Promise<void> {
    try {
      const facts = await this.api.get<SessionFacts>('/session');
      this.known.set(facts);
      this.tabs.tell(facts.account.id);
      this.reauthentication.asksForCode.set(facts.secondFactor);
      await this.speak(facts);
      this.failure.set(null);
      this.asked = true;
    } catch (failure) {
      const problem = problemOf(failure);
      this.known.set(null);
      this.asked = problem.status === 401;
      this.failure.set(this.asked ? null : problem);
    }
  }

  /** What was chosen on this device comes first, then what the account says. */
  private async speak(facts: SessionFacts): Promise<void> {
    try {
      await this.language.prefer([facts.account.locale]);
    } catch {
      // those texts could not be had: the language stays as it is
    }
  }

  /** Another tab says who is signed in: where that is not who it was here, nothing of theirs stays. */
  private heard(accountId: string | null): void {
    const here = this.facts()?.account.id;
    if (here === undefined || here === accountId) return;
    this.drafts.forgetAll();
    this.forget();
    this.asked = false;
    this.end.elsewhere();
  }

  private forget(): void {
    this.known.set(null);
    this.asked = true;
  }
}
