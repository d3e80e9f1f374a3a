import { DOCUMENT, Injectable, effect, inject, signal, untracked } from '@angular/core';
import { Session } from '@smartpar/access/console';
import type { MemberImport } from '@smartpar/members/model';
import { Act, Api, FileTransfer, problemOf, type Problem } from '@smartpar/platform/ui';
import { importsPath } from '../import-address';
import { refusalOf } from './file-refusal';

/** A file on its way, or one that did not get through. */
export interface Upload {
  readonly organizationId: string;
  readonly file: File;
  /** the import it takes the place of, which is cancelled first */
  readonly instead: string | null;
  /** the same file sent again is the same act */
  readonly act: Act;
}

/** Sends files to be imported, one at a time. It goes on while its page is left; a page that is closed asks first. */
@Injectable({ providedIn: 'root' })
export class ImportUploads {
  private readonly api = inject(Api);
  private readonly files = inject(FileTransfer);
  private readonly last = signal<Upload | null>(null);
  private readonly underWay = signal(false);
  private readonly carried = signal(0);
  private readonly failed = signal<Problem | null>(null);

  /** what was sent last, until it has arrived */
  readonly current = this.last.asReadonly();
  readonly running = this.underWay.asReadonly();
  /** how many bytes of it have left */
  readonly sent = this.carried.asReadonly();
  readonly problem = this.failed.asReadonly();

  constructor() {
    const session = inject(Session);
    const window = inject(DOCUMENT).defaultView;
    effect(() => {
      if (!session.signedIn()) untracked(() => this.abandon());
    });
    effect((onCleanup) => {
      if (!this.underWay() || window === null) return;
      const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
      window.addEventListener('beforeunload', ask);
      onCleanup(() => window.removeEventListener('beforeunload', ask));
    });
  }

  /**
   * Sends a file.
   * @param instead an import to be cancelled for it
   * @returns the new import; `null` where it was refused or did not arrive
   */
  async begin(organizationId: string, file: File, instead: string | null = null): Promise<MemberImport | null> {
    if (this.underWay()) return null;
    return this.send({ organizationId, file, instead, act: new Act() });
  }

  /** Sends the same file again, after it did not arrive. */
  async again(): Promise<MemberImport | null> {
    const upload = this.last();
    return upload === null || this.underWay() ? null : this.send(upload);
  }

  /** Whatever was wrong has been read. */
  forget(): void {
    if (!this.underWay()) this.last.set(null);
    this.failed.set(null);
  }

  /** Whoever signs in next is told nothing of it, and cannot send it. */
  private abandon(): void {
    this.last.set(null);
    this.failed.set(null);
  }

  private async send(upload: Upload): Promise<MemberImport | null> {
    this.last.set(upload);
    this.carried.set(0);
    const refusal = refusalOf(upload.file);
    this.failed.set(refusal);
    if (refusal !== null) return null;
    this.underWay.set(true);
    try {
      return await this.deliver(upload);
    } catch (failure) {
      if (this.last() === upload) this.failed.set(problemOf(failure));
      return null;
    } finally {
      this.underWay.set(false);
    }
  }

  private async deliver({ organizationId, file, instead, act }: Upload): Promise<MemberImport> {
    const path = importsPath(organizationId);
    if (instead !== null) await this.makeRoom(`${path}/${instead}`);
    const made = await this.files.send<MemberImport>(path, file, { act, carried: (bytes) => this.carried.set(bytes) });
    this.last.set(null);
    return made;
  }

  /** An import that is over already is in nobody's way. */
  private async makeRoom(path: string): Promise<void> {
    try {
      await this.api.post(`${path}/cancellation`, {});
    } catch (failure) {
      if (problemOf(failure).code !== 'member-import.state_forbids') throw failure;
    }
  }
}
