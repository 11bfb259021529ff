import type { ServiceErrorCode } from 'alibabacloud-kms-sdk/internal';
import { isError } from 'alibabacloud-kms-sdk/internal';
import { StoreError } from './store-error.js';

/** What can be wrong with the disk or the database. */
export type StorageTrouble =
  | 'full'
  | 'readOnly'
  | 'disk'
  | 'moved'
  | 'damaged'
  | 'busy'
  | 'conflict'
  | 'gone'
  | 'refused'
  | 'limits';

interface TroubleFacts {
  /** For clients: no path, no address. */
  message: string;
  /** What the operator of this KMS can do about it. */
  advice: string;
  /** Whether reads fail too. */
  stopsReads: boolean;
  /** Error code for clients. Default: one that allows a retry. */
  serviceCode?: ServiceErrorCode;
}

const troubles: Record<StorageTrouble, TroubleFacts> = {
  full: {
    message: 'The local KMS cannot write: its disk is full.',
    advice: 'Make room on the disk that holds the data; writes then work again without a restart.',
    stopsReads: false,
  },
  readOnly: {
    message: 'The local KMS cannot write: its database is read-only.',
    advice:
      'Look at permissions and mount of the data directory; with PostgreSQL at default_transaction_read_only, and whether the server is a standby.',
    stopsReads: false,
  },
  disk: {
    message: 'The local KMS cannot use its disk.',
    advice:
      'Look at the disk that holds the data, at its mount and at quotas; writes then work again without a restart.',
    stopsReads: false,
  },
  moved: {
    message: 'The local KMS cannot write: its data directory was removed or replaced.',
    advice: 'Stop this KMS; what it has is lost when it ends, unless it is exported before.',
    stopsReads: false,
  },
  damaged: {
    message: 'The database of the local KMS is damaged.',
    advice: 'Stop this KMS and restore its data from a backup.',
    stopsReads: false,
    serviceCode: 'InternalFailure',
  },
  busy: {
    message: 'The local KMS cannot write: its database is locked by another process.',
    advice: 'Look for a process that stands still while it works on the same database.',
    stopsReads: false,
  },
  conflict: {
    message: 'The local KMS cannot write: another process did at the same time.',
    advice: 'Nothing, unless it goes on.',
    stopsReads: false,
  },
  gone: {
    message: 'The local KMS cannot reach its database.',
    advice: 'Start the database, or look at the network between; this KMS then works again without a restart.',
    stopsReads: true,
  },
  refused: {
    message: 'The local KMS may not use its database.',
    advice: 'Look at the user, its password and rights, and at whether database and tables are still there.',
    stopsReads: true,
  },
  limits: {
    message: 'The database of the local KMS is overloaded.',
    advice: 'Look at memory, max_connections and other limits of the database server.',
    stopsReads: true,
  },
};

/** The store failed; the cause has the database's own message. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly serviceCode: ServiceErrorCode;
  readonly stopsReads: boolean;
  /** For the operator of this KMS. */
  readonly remedy: string;

  constructor(
    readonly trouble: StorageTrouble,
    cause: unknown,
  ) {
    const { message, advice, stopsReads, serviceCode = 'ServiceUnavailableTemporary' } = troubles[trouble];
    super(message, { cause });
    this.serviceCode = serviceCode;
    this.stopsReads = stopsReads;
    this.remedy = this.code === undefined ? advice : `${advice} (${this.code})`;
  }

  /** The database's own code, such as `SQLITE_FULL` or `53100`. */
  get code(): string | undefined {
    return codeOf(this.cause);
  }
}

/** Prefixes of codes, the longer ones first: SQLite's names, PostgreSQL's SQLSTATEs, the operating system's. */
const codes: readonly (readonly [beginning: string, trouble: StorageTrouble])[] = [
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY_DBMOVED', 'moved'],
  ['SQLITE_READONLY', 'readOnly'],
  ['SQLITE_PERM', 'readOnly'],
  ['SQLITE_IOERR', 'disk'],
  ['SQLITE_CANTOPEN', 'disk'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['53100', 'full'],
  ['53', 'limits'],
  ['25006', 'readOnly'],
  ['25P03', 'gone'],
  ['57P', 'gone'],
  ['57014', 'busy'],
  ['08', 'gone'],
  ['28', 'refused'],
  ['3D000', 'refused'],
  ['3F000', 'refused'],
  ['42501', 'refused'],
  ['42P01', 'refused'],
  ['55P03', 'busy'],
  ['40', 'conflict'],
  ['58030', 'disk'],
  ['58P01', 'disk'],
  ['XX001', 'damaged'],
  ['XX002', 'damaged'],
  ['ECONN', 'gone'],
  ['ENOTFOUND', 'gone'],
  ['EAI_', 'gone'],
  ['ENOENT', 'gone'],
  ['EPIPE', 'gone'],
  ['ETIMEDOUT', 'gone'],
  ['EHOSTUNREACH', 'gone'],
  ['ENETUNREACH', 'gone'],
];

/** Messages of `pg` errors without a code. */
const lostConnection =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client (was closed|has encountered a connection error))/;

/**
 * Converts an error of a database driver: to a StorageError if the store is in trouble; other errors, such as one for a
 * name that is taken, stay as they are.
 */
export function asStorageError(error: unknown): unknown {
  if (!isError(error) || error instanceof StorageError) return error;
  const code = codeOf(error);
  const known = code && codes.find(([beginning]) => code.startsWith(beginning));
  if (known) return new StorageError(known[1], error);
  return code === undefined && lostConnection.test(error.message) ? new StorageError('gone', error) : error;
}

/**
 * The result of `work`, or of `fallback` if the store is in trouble: for changes that reads can do without.
 */
export async function unlessStorageFails<T>(work: Promise<T>, fallback: () => T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StorageError) return fallback();
    throw error;
  }
}

/** For opening a store that is in trouble. */
export function asStoreError(error: unknown): unknown {
  if (!(error instanceof StorageError)) return error;
  const code = error.trouble === 'damaged' ? 'Store.Damaged' : 'Store.Unavailable';
  return new StoreError(code, `${error.message} ${error.remedy}`, { cause: error.cause });
}

/** If several addresses of a host are unreachable, they are one error with many causes. */
function codeOf(error: unknown): string | undefined {
  const { code, errors } = error as { code?: unknown; errors?: unknown[] };
  return typeof code === 'string' ? code : errors && codeOf(errors[0]);
}
