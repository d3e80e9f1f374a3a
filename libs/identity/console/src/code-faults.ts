/** Text keys of what may be wrong with a code, by the server's codes. */
export const CODE_FAULTS: Readonly<Record<string, string>> = {
  required: 'identity.fault.code',
  'second-factor.wrong': 'identity.fault.codeWrong',
};
