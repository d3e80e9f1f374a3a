import { type AccessRules, holds } from '@smartpar/access/model';

/** Whoever reads the log sees where its checkpoints go. Owners and auditors say where: whoever checks has to hold them. */
export const checkpointAddressAccess: AccessRules = (actor, { allow }) => {
  if (holds(actor, 'owner', 'privacy-officer', 'auditor')) allow('read', 'checkpoint-address');
  if (holds(actor, 'owner', 'auditor')) allow(['create', 'change', 'remove'], 'checkpoint-address');
};
