import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { StartError } from '@smartpar/platform/database';
import type { Configuration } from '../config/configuration';

/** A certificate and its key, as their PEM files hold them. */
export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/**
 * Reads the certificate where TLS ends in this process, and makes sure that it can be served with.
 * @returns `undefined` where no certificate is named
 * @throws {StartError} one sentence with the remedy
 */
export function readCertificate({ TLS_CERT, TLS_KEY }: Pick<Configuration, 'TLS_CERT' | 'TLS_KEY'>): Certificate | undefined {
  if (TLS_CERT === undefined || TLS_KEY === undefined) return undefined;
  const certificate = { cert: contentsOf('TLS_CERT', TLS_CERT), key: contentsOf('TLS_KEY', TLS_KEY) };
  try {
    createSecureContext(certificate);
  } catch (error) {
    throw new StartError(
      `TLS_CERT and TLS_KEY name ${TLS_CERT} and ${TLS_KEY}, which are no certificate and its key in PEM: name two files that belong together.`,
      { cause: error },
    );
  }
  return certificate;
}

function contentsOf(variable: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new StartError(`${variable} names ${file}, which cannot be read: correct the path or give this user the right to read it.`, { cause: error });
  }
}
