/** A sign-in as it is printed. */
export interface PrintedSignIn {
  /** what kind of person this is */
  readonly kind: string;
  readonly email: string;
  readonly password: string;
}

/** What is printed once the server answers. */
export interface Greeting {
  readonly address: string;
  /** sentences the operator should read */
  readonly notes: readonly string[];
  /** none where there is no demo data */
  readonly signIns: readonly PrintedSignIn[];
  /** mails are shown on a page instead of being sent */
  readonly development: boolean;
  /** SmartPAR's staff come in by password alone, which nobody outside of a demonstration may */
  readonly staffFactor: 'required' | 'optional';
}

/** Writes out where the server is and how to sign in. */
export function greeting({ address, notes, signIns, development, staffFactor }: Greeting): string {
  const width = Math.max(0, ...signIns.map(({ kind }) => kind.length));
  const mailWidth = Math.max(0, ...signIns.map(({ email }) => email.length));
  const lines = [
    `The SmartPAR privacy console answers at ${address}`,
    ...(development ? [`Mails are not sent; read them at ${address}/development/mails`] : []),
    ...notes,
    ...(signIns.length > 0 ? ['', 'Demo sign-ins (all of these people are made up):'] : []),
    ...signIns.map(({ kind, email, password }) => `  ${kind.padEnd(width)}  ${email.padEnd(mailWidth)}  ${password}`),
    ...(signIns.length > 0 && staffFactor === 'optional'
      ? ["SmartPAR's staff come in by password alone here; anywhere else they need a second factor (STAFF_SECOND_FACTOR=required asks for it)."]
      : []),
    ...(signIns.length > 0 ? ['', `Ask a privacy question without signing in: ${address}/ask`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
