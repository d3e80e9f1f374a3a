import { Injectable, inject } from '@angular/core';
import { Act, Api, Language, Toasts } from '@smartpar/platform/ui';
import { Abilities } from '../../abilities/abilities';
import { Session } from '../../session/session';
import type { HeldLine } from '../answers';
import { RoleWords } from '../role-words';

/** Takes roles from members; that can be taken back. */
@Injectable({ providedIn: 'root' })
export class TakeRole {
  private readonly api = inject(Api);
  private readonly abilities = inject(Abilities);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(RoleWords);

  /**
   * @param done is called whenever who holds what has changed
   * @param failed is told where it could not be taken back
   * @throws {Problem}
   */
  async take(organizationId: string, line: HeldLine, done: () => void, failed: (failure: unknown) => void): Promise<void> {
    const { id, member, role, scope } = line;
    const path = `/organizations/${organizationId}/members/${member.id}`;
    await this.api.delete(id === null ? `${path}/roles/${role}` : `${path}/role-assignments/${id}`, new Act());
    await this.settle(organizationId, member.id, done);
    const said = this.language.say('roles.people.taken', { role: this.words.held(line), number: `M-${member.number}` });
    this.toasts.show(said, () => {
      const where = scope.kind === 'all' ? { kind: 'all' } : { kind: scope.kind, id: scope.id };
      this.api
        .post(`${path}/role-assignments`, { role, scope: where }, new Act())
        .then(() => this.settle(organizationId, member.id, done))
        .catch(failed);
    });
  }

  /** Whoever changes their own roles may do other things from here on. */
  private async settle(organizationId: string, memberId: string, done: () => void): Promise<void> {
    if (this.session.membershipIn(organizationId)?.memberId === memberId) await this.abilities.refresh(organizationId).catch(() => undefined);
    done();
  }
}
