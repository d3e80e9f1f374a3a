import { Injectable } from '@nestjs/common';
import { breakGlassBehind, type MemberActor, REVEAL_SECONDS, type Revealing, revealOver, undertakingUnsigned } from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import { newId, notFound } from '@smartpar/kernel';
import { Database, isForeignKeyViolation, toInstant, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { Abilities } from './abilities';
import { GrantUseRepository } from './grants/grant-use.repository';
import { type FieldValue, ProfileValues, type Values } from './profile-values';
import { type NewReveal, RevealRepository } from './reveal.repository';
import { hasSigned } from './undertaking/signed-undertaking';
import { isKeptAway } from './violations/stopped-access';
import { reachOf, rolesLookedWith, type Way, wayToLook, withoutEnded } from './way-to-look';

const OPERATION = 'member.reveal';

/** What somebody saw, and under which id it is written down. */
export interface Look {
  readonly revealId: string;
  readonly at: Date;
  readonly values: Values;
  /** the same value by value */
  readonly fields: readonly FieldValue[];
}

/** The act was done before: what this attempt wrote must go again. */
class Repeated extends Error {
  constructor(readonly revealId: string) {
    super('This look was made before.');
  }
}

/** Some of what the look was to be made under has ended meanwhile: it must be made by what is left, or not at all. */
class Ended extends Error {
  constructor(readonly live: ReadonlySet<string>) {
    super('A grant has ended.');
  }
}

/** Somebody looks at masked data of a member, and the member can read that they did. */
@Injectable()
export class RevealMember {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly values: ProfileValues,
    private readonly reveals: RevealRepository,
    private readonly uses: GrantUseRepository,
  ) {}

  /**
   * @param key the act's idempotency key; within `REVEAL_SECONDS` it answers the same again, and nothing more is written down
   * @returns the values; they are kept nowhere else
   * @throws {DomainError} `not_found` for a member that is not there and for data the actor may not see for this
   *   purpose, `undertaking.unsigned`, `reveal.over`
   */
  async run(actor: MemberActor, memberId: string, look: Revealing, key: string): Promise<Look> {
    try {
      return await this.database.tenant(actor, (tx) => this.look(tx, { actor, memberId, look, key }));
    } catch (error) {
      if (error instanceof Ended) return this.run(withoutEnded(actor, error.live), memberId, look, key);
      if (error instanceof Repeated) return this.repeat(error.revealId, { actor, memberId, look });
      throw isForeignKeyViolation(error, 'reveals_member') ? notFound() : error;
    }
  }

  /** Everything leaves in one packet: the ledger is written before it is known whether anything was found, and undone where not. */
  private async look(tx: TenantTransaction, { actor, memberId, look, key }: Act): Promise<Look> {
    const way = wayToLook(this.abilities, actor, look);
    const reveal = revealOf(actor, memberId, look);
    const attempt = { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, memberId, look) };
    const categories = way === null ? [] : look.categories;
    const [{ replayed, reference }, values, fields, signed, keptAway] = await Promise.all([
      once(tx, attempt, { id: reveal.id }),
      this.values.of(tx, memberId, categories, reachOf(way, look)),
      this.values.inParts(tx, memberId, categories, reachOf(way, look)),
      hasSigned(tx, actor.memberId),
      isKeptAway(tx, actor.memberId),
      way === null ? undefined : this.reveals.add(tx, reveal, entryOf(reveal)),
      way === null ? undefined : this.stand(tx, memberId, way),
    ]);
    if (way === null || keptAway || values === null) throw notFound();
    if (!signed) throw undertakingUnsigned();
    if (replayed) throw new Repeated(reference.id);
    return { revealId: reveal.id, at: new Date(tx.at.epochMilliseconds), values, fields };
  }

  /** Shows once more what was shown, by what is still left of what it was made under. */
  private async repeat(revealId: string, act: Omit<Act, 'key'>): Promise<Look> {
    try {
      return await this.database.tenant(act.actor, (tx) => this.again(tx, revealId, act));
    } catch (error) {
      if (error instanceof Ended) return this.repeat(revealId, { ...act, actor: withoutEnded(act.actor, error.live) });
      throw error;
    }
  }

  private async again(tx: TenantTransaction, revealId: string, { actor, memberId, look }: Omit<Act, 'key'>): Promise<Look> {
    const way = wayToLook(this.abilities, actor, look);
    if (way === null) throw notFound();
    const [at, values, fields, signed, keptAway] = await Promise.all([
      this.reveals.momentOf(tx, revealId),
      this.values.of(tx, memberId, look.categories, reachOf(way, look)),
      this.values.inParts(tx, memberId, look.categories, reachOf(way, look)),
      hasSigned(tx, actor.memberId),
      isKeptAway(tx, actor.memberId),
      this.reveals.holdBreakGlass(tx, { breakGlassId: breakGlassBehind(actor.grants, look) }),
      this.remain(tx, way),
    ]);
    if (keptAway || at === null || values === null) throw notFound();
    if (!signed) throw undertakingUnsigned();
    if (toInstant(at).until(tx.at).total('seconds') > REVEAL_SECONDS) throw revealOver();
    return { revealId, at, values, fields };
  }

  /** What ends by itself or is ended must still be there when the look is, and stays until it is written down. @throws {Ended} */
  private async stand(tx: TenantTransaction, memberId: string, { timed }: Way): Promise<void> {
    if (timed.length === 0) return;
    await Promise.all([this.remain(tx, { timed }), this.uses.use(tx, memberId, timed)]);
  }

  private async remain(tx: TenantTransaction, { timed }: Pick<Way, 'timed'>): Promise<void> {
    if (timed.length === 0) return;
    const live = await this.uses.live(tx, timed);
    if (live.size < timed.length) throw new Ended(live);
  }
}

interface Act {
  readonly actor: MemberActor;
  readonly memberId: string;
  readonly look: Revealing;
  readonly key: string;
}

function revealOf(actor: MemberActor, memberId: string, { categories, purpose, reason }: Revealing): NewReveal {
  const { memberId: byMemberId, grants } = actor;
  const breakGlassId = breakGlassBehind(grants, { categories, purpose });
  const told = 'template' in reason ? { template: reason.template, words: null } : { template: null, words: { text: reason.words, salt: newSalt() } };
  return { id: newId(), memberId, byMemberId, byRoles: rolesLookedWith(actor), categories, purpose, breakGlassId, ...told };
}

/** What the log says: everything but the data and the reason's words. */
const entryOf = ({ id, memberId, categories, purpose, template, words, breakGlassId }: NewReveal): AuditEntry => ({
  action: 'member.revealed',
  target: { noun: 'member', id: memberId },
  facts: {
    revealId: id,
    categories: categories.join(' '),
    purpose,
    reason: template,
    words: words && saltedHash(words.text, words.salt),
    ...(breakGlassId && { breakGlassId }),
  },
});
