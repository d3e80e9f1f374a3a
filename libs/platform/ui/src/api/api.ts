import { HttpClient, HttpHeaders } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { problemOf } from '../problem/problem';
import { Act } from './act';

/** What may stand in a query. */
export type Query = Readonly<Record<string, string | number | boolean>>;

type Unsafe = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Turns an address below the API into one the browser can ask: `/session` becomes `/api/session`. */
export const apiAddress = (path: string): string => `/api${path}`;

/** Talks to the server: JSON both ways, an idempotency key on every change, refusals as `Problem`. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);

  /**
   * Reads.
   * @param path address below `/api`
   * @throws {Problem}
   */
  async get<T>(path: string, query: Query = {}): Promise<T> {
    try {
      return await firstValueFrom(this.http.get<T>(apiAddress(path), { params: { ...query } }));
    } catch (failure) {
      throw problemOf(failure);
    }
  }

  /**
   * Adds something.
   * @param path address below `/api`
   * @param act keeps the key of this act when it is tried again
   * @throws {Problem}
   */
  post<T = void>(path: string, body: unknown = {}, act = new Act()): Promise<T> {
    return this.change<T>('POST', path, body, act);
  }

  /** Puts something in the place of what was there. @throws {Problem} */
  put<T = void>(path: string, body: unknown, act = new Act()): Promise<T> {
    return this.change<T>('PUT', path, body, act);
  }

  /** Changes what is named: `undefined` leaves, `null` clears. @throws {Problem} */
  patch<T = void>(path: string, body: unknown, act = new Act()): Promise<T> {
    return this.change<T>('PATCH', path, body, act);
  }

  /** Takes something away. @throws {Problem} */
  delete<T = void>(path: string, act = new Act()): Promise<T> {
    return this.change<T>('DELETE', path, undefined, act);
  }

  private async change<T>(method: Unsafe, path: string, body: unknown, act: Act): Promise<T> {
    const headers = new HttpHeaders({ 'Idempotency-Key': act.keyFor([method, path, body]) });
    try {
      const answer = await firstValueFrom(this.http.request<T>(method, apiAddress(path), { body, headers }));
      act.done();
      return answer;
    } catch (failure) {
      throw problemOf(failure);
    }
  }
}
