import { HttpEventType, HttpXhrBackend, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { of } from 'rxjs';
import { Act } from '../api/act';
import { Problem } from '../problem/problem';
import { FileTransfer } from './file-transfer';
import { uploadInterceptor } from './upload-interceptor';

const FILE = new File(['E-Mail\r\nana@larkspur.example'], 'people.csv', { type: 'application/vnd.ms-excel' });

function given() {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  return { files: TestBed.inject(FileTransfer), http: TestBed.inject(HttpTestingController) };
}

describe('sending a file', () => {
  it('sends it as it is and tells how much of it has left', async () => {
    const { files, http } = given();
    const carried: number[] = [];
    const sent = files.send<{ id: string }>('/imports', FILE, { carried: (bytes) => carried.push(bytes) });
    const call = http.expectOne('/api/imports');
    expect(call.request.body).toBe(FILE);
    expect(call.request.headers.get('Content-Type')).toBe('text/csv');
    call.event({ type: HttpEventType.UploadProgress, loaded: 11, total: 28 });
    call.flush({ id: 'import-1' });
    expect([await sent, carried]).toEqual([{ id: 'import-1' }, [11]]);
  });

  it('carries the same key as long as the same file is tried', async () => {
    const { files, http } = given();
    const act = new Act();
    const keys = ['once', 'again'].map(() => {
      void files.send('/imports', FILE, { act }).catch(() => undefined);
      const call = http.expectOne('/api/imports');
      call.error(new ProgressEvent('error'));
      return call.request.headers.get('Idempotency-Key');
    });
    expect(new Set(keys).size).toBe(1);
  });

  it('goes the way that can tell how far it is', () => {
    const handle = jest.fn(() => of());
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([uploadInterceptor])), provideHttpClientTesting(), { provide: HttpXhrBackend, useValue: { handle } }],
    });
    void TestBed.inject(FileTransfer)
      .send('/imports', FILE)
      .catch(() => undefined);
    void TestBed.inject(FileTransfer)
      .fetch('/export', {})
      .catch(() => undefined);
    expect(handle).toHaveBeenCalledTimes(1);
    TestBed.inject(HttpTestingController).expectOne('/api/export');
  });
});

describe('fetching a file', () => {
  it('hands it over whole', async () => {
    const { files, http } = given();
    const fetched = files.fetch('/export', { search: 'ana' });
    const call = http.expectOne('/api/export');
    expect([call.request.method, call.request.body]).toEqual(['POST', { search: 'ana' }]);
    call.flush(new Blob(['Ana']));
    expect((await fetched).size).toBe(3);
  });

  it('hands over nothing where the connection broke half way', async () => {
    const { files, http } = given();
    const fetched = files.fetch('/export', {});
    http.expectOne('/api/export').error(new ProgressEvent('error'));
    await expect(fetched).rejects.toMatchObject({ status: 0, code: 'unreachable' });
  });

  it('is ended early by whoever wants nothing of it any more', async () => {
    const { files, http } = given();
    const leaving = new AbortController();
    const fetched = files.fetch('/export', {}, { signal: leaving.signal });
    leaving.abort();
    expect(http.expectOne('/api/export').cancelled).toBe(true);
    await expect(fetched).rejects.toBeInstanceOf(Problem);
  });

  it('reads why it was refused', async () => {
    const { files, http } = given();
    const fetched = files.fetch('/export', {});
    const refusal = Object.assign(new Blob([]), { text: async () => JSON.stringify({ code: 'not_found', detail: 'Nothing here.' }) });
    http.expectOne('/api/export').flush(refusal, { status: 404, statusText: 'Not Found' });
    const problem: unknown = await fetched.catch((failure: unknown) => failure);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ status: 404, code: 'not_found' });
  });
});
