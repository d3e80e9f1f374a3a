/** Text keys of what may be wrong with a password, by the server's codes. */
export const PASSWORD_FAULTS: Readonly<Record<string, string>> = {
  required: 'identity.fault.missing',
  'password.too_short': 'identity.fault.too_short',
  'password.too_long': 'identity.fault.too_long',
  'password.common': 'identity.fault.common',
  'password.own_data': 'identity.fault.own_data',
  'password.too_weak': 'identity.fault.too_weak',
  'password.unchanged': 'identity.fault.unchanged',
  'password.wrong': 'identity.fault.wrong',
};
