import { Injectable } from '@angular/core';
import { loadPasswordJudge, type PasswordJudge } from '@smartpar/identity/model';

/** Where the judge of passwords comes from; its dictionaries are fetched the first time somebody chooses a password. */
@Injectable({ providedIn: 'root' })
export class PasswordJudges {
  load(): Promise<PasswordJudge> {
    return loadPasswordJudge();
  }
}
