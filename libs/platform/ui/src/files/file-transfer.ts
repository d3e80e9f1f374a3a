import { HttpClient, HttpErrorResponse, HttpEventType, HttpHeaders, type HttpEvent } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { NEVER, fromEvent, lastValueFrom, takeUntil, tap, type Observable } from 'rxjs';
import { Act } from '../api/act';
import { apiAddress } from '../api/api';
import { problemOf } from '../problem/problem';

/** Told how many bytes have been carried. */
export type Carried = (bytes: number) => void;

/** Carries files to the server and from it, and tells how far they are. */
@Injectable({ providedIn: 'root' })
export class FileTransfer {
  private readonly http = inject(HttpClient);

  /**
   * Sends a file as it is.
   * @param path address below `/api`
   * @param act keeps the key of this act when the same file is sent again
   * @throws {Problem}
   */
  async send<T>(path: string, file: File, { act = new Act(), carried }: { readonly act?: Act; readonly carried?: Carried } = {}): Promise<T> {
    const key = act.keyFor(['POST', path, file.name, file.size, file.lastModified]);
    const headers = new HttpHeaders({ 'Idempotency-Key': key, 'Content-Type': 'text/csv' });
    const sending = this.http.post<T>(apiAddress(path), file, { headers, observe: 'events', reportUploadProgress: true });
    const answer = await this.last(sending, carried);
    act.done();
    return answer;
  }

  /**
   * Fetches a file whole, by POST since what it is about may be personal.
   * @param path address below `/api`
   * @param signal ends it early
   * @throws {Problem} also where the connection broke half way or it was ended; nothing is kept then
   */
  fetch(path: string, body: unknown, { signal, carried }: { readonly signal?: AbortSignal; readonly carried?: Carried } = {}): Promise<Blob> {
    const fetching = this.http.post(apiAddress(path), body, { responseType: 'blob', observe: 'events', reportDownloadProgress: true });
    return this.last(fetching.pipe(takeUntil(signal === undefined ? NEVER : fromEvent(signal, 'abort'))), carried);
  }

  private async last<T>(events: Observable<HttpEvent<T>>, carried: Carried = () => undefined): Promise<T> {
    const told = events.pipe(
      tap((event) => {
        if (event.type === HttpEventType.UploadProgress || event.type === HttpEventType.DownloadProgress) carried(event.loaded);
      }),
    );
    try {
      const event = await lastValueFrom(told);
      if (event.type !== HttpEventType.Response) throw new Error('An answer ends with itself.');
      return event.body as T; // as: the body is what was asked for, as everywhere with `HttpClient`
    } catch (failure) {
      throw problemOf(await readable(failure));
    }
  }
}

/** What is wrong arrives as a file too where a file was asked for. */
async function readable(failure: unknown): Promise<unknown> {
  if (!(failure instanceof HttpErrorResponse) || !(failure.error instanceof Blob)) return failure;
  const { status, statusText, headers, url } = failure;
  return new HttpErrorResponse({ error: await failure.error.text(), status, statusText, headers, ...(url !== null && { url }) });
}
