import { HttpXhrBackend, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';

/** Sends files by the browser's older way of asking: the newer one cannot tell how much of a file has left. Belongs last. */
export const uploadInterceptor: HttpInterceptorFn = (request, next) => (request.reportUploadProgress ? inject(HttpXhrBackend).handle(request) : next(request));
