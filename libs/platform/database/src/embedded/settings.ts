/** Settings of the server, as its command line takes them. */
export type ServerSettings = Readonly<Record<string, string>>;

/** For a laptop or a small server: nothing acknowledged is ever lost, and the log quotes no row. */
export const DURABLE: ServerSettings = {
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  max_connections: '100',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '1GB',
  checkpoint_completion_target: '0.9',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  password_encryption: 'scram-sha-256',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
};

/** For tests, whose data nobody will miss. */
export const FLEETING: ServerSettings = {
  ...DURABLE,
  shared_buffers: '128MB',
  max_wal_size: '256MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
};

/** Where the server listens: this machine only, over TCP, so that it works the same everywhere. */
export const listeningOn = (port: number): ServerSettings => ({ listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' });

/** Settings as parameters of the `postgres` program. */
export const asParameters = (settings: ServerSettings): readonly string[] => Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
