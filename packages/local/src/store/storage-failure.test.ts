import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import {
  asStorageError,
  asStoreError,
  StorageError,
  type StorageTrouble,
  unlessStorageFails,
} from './storage-failure.js';

const failure = (code: string | undefined, message = 'as the driver says') =>
  Object.assign(new Error(message), { code });

test.each<[code: string, trouble: StorageTrouble]>([
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'readOnly'],
  ['SQLITE_READONLY_DIRECTORY', 'readOnly'],
  ['SQLITE_READONLY_DBMOVED', 'moved'],
  ['SQLITE_IOERR_WRITE', 'disk'],
  ['SQLITE_IOERR_FSYNC', 'disk'],
  ['SQLITE_CANTOPEN', 'disk'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_BUSY', 'busy'],
  ['53100', 'full'],
  ['53200', 'limits'],
  ['53300', 'limits'],
  ['25006', 'readOnly'],
  ['25P03', 'gone'],
  ['57P01', 'gone'],
  ['57P03', 'gone'],
  ['57014', 'busy'],
  ['08006', 'gone'],
  ['55P03', 'busy'],
  ['40001', 'conflict'],
  ['40P01', 'conflict'],
  ['28P01', 'refused'],
  ['42501', 'refused'],
  ['ECONNREFUSED', 'gone'],
  ['ECONNRESET', 'gone'],
  ['ETIMEDOUT', 'gone'],
])('%s is trouble of the store: %s', (code, trouble) => {
  const error = asStorageError(failure(code));
  expect(error).toBeInstanceOf(StorageError);
  expect(error).toMatchObject({ trouble, code, serviceCode: expect.stringMatching(/^(Service|Internal)/) });
});

test.each([
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
])('a lost connection is known by its words where it has no code: %s', (message) => {
  expect(asStorageError(failure(undefined, message))).toMatchObject({ trouble: 'gone' });
});

test('a host of which no address can be reached is gone', () => {
  const error = new AggregateError([failure('ECONNREFUSED'), failure('ECONNREFUSED')]);
  expect(asStorageError(error)).toMatchObject({ trouble: 'gone', code: 'ECONNREFUSED' });
});

test.each(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', '23505', '22021', '42601', undefined])(
  '%s is not: it stays what it is',
  (code) => {
    const error = failure(code);
    expect(asStorageError(error)).toBe(error);
  },
);

test('what a client is told has nothing of what the database said', () => {
  const error = asStorageError(
    failure('ECONNREFUSED', 'connect to postgres://kms:hush@db.internal:5432'),
  ) as StorageError;
  expect(error.message).toBe('The local KMS cannot reach its database.');
  expect(error.remedy).not.toContain('hush');
  expect(asStoreError(error)).toMatchObject({ name: 'StoreError', code: 'Store.Unavailable' });
  expect(String(asStoreError(error))).not.toContain('hush');
  expect(inspect(error.message)).not.toContain('db.internal');
});

test('what can wait falls back, anything else does not', async () => {
  const full = Promise.reject(asStorageError(failure('SQLITE_FULL')));
  expect(await unlessStorageFails(full, () => 'as before')).toBe('as before');
  expect(await unlessStorageFails(Promise.resolve('done'), () => 'as before')).toBe('done');
  const other = Promise.reject(new TypeError('a mistake'));
  await expect(unlessStorageFails(other, () => 'as before')).rejects.toThrow('a mistake');
});
