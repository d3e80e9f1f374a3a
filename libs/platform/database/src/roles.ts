/** The role the server works as: owns nothing, bypasses nothing. */
export const APP_ROLE = 'smartpar_app';

/** The role backups are read as: reads every row of every tenant, writes nothing. */
export const BACKUP_ROLE = 'smartpar_backup';
