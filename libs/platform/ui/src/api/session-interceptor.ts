import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { problemOf } from '../problem/problem';
import { Reauthentication } from '../reauthentication/reauthentication';
import { SessionEnd } from './session-end';

/** Signing in and proving oneself again answer 401 for their own reasons. */
const ABOUT_SESSION = /^\/api\/session(?:\/|$)/;

/** Sends to sign in where the session has ended, and asks for the password where the act wants a fresh proof. */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  if (ABOUT_SESSION.test(request.url)) return next(request);
  const end = inject(SessionEnd);
  const reauthentication = inject(Reauthentication);
  return next(request).pipe(
    catchError((failure: unknown) => {
      if (!(failure instanceof HttpErrorResponse)) return throwError(() => failure);
      if (failure.status === 401) end.happened();
      if (problemOf(failure).code !== 'reauthentication_required') return throwError(() => failure);
      return from(reauthentication.ask()).pipe(switchMap((proved) => (proved ? next(request) : throwError(() => failure))));
    }),
  );
};
