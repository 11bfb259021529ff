import { expect, test } from 'vitest';
import { isRefusedLogin, refusedPassword } from './refused-login.js';

const failure = (message: string, members: object = {}) => Object.assign(new Error(message), members);

/** The error of Prisma 7.10 if the driver under `$queryRaw` has failed. */
const prismaRawQuery = (kind: string, originalCode: string) =>
  failure('Raw query failed.', {
    code: 'P2010',
    meta: { driverAdapterError: failure(kind, { cause: { kind, originalCode, user: 'app' } }) },
  });

test.each([
  ['PostgreSQL', failure('password authentication failed', { code: '28P01' })],
  ['MySQL', failure('Access denied', { code: 'ER_ACCESS_DENIED_ERROR', errno: 1045 })],
  ['Redis 6', failure('WRONGPASS invalid username-password pair or user is disabled.')],
  ['Redis 5', failure('ERR invalid password')],
  ['Redis without a login', failure('NOAUTH Authentication required.')],
  ['MongoDB', failure('Authentication failed.', { code: 18 })],
  ['Prisma', failure('Authentication failed', { errorCode: 'P1000' })],
  ['Prisma, of a raw query', prismaRawQuery('AuthenticationFailed', '28P01')],
  ['TypeORM', failure('query failed', { driverError: failure('', { code: '28P01' }) })],
  ['Sequelize', failure('connection', { parent: failure('', { code: '28P01' }) })],
  ['a wrapper', new Error('no connection', { cause: failure('', { code: '28P01' }) })],
  ['several addresses', new AggregateError([failure('', { code: '28P01' })])],
])('a login that %s refuses is told from other failures', (_, error) => {
  expect(isRefusedLogin(error)).toBe(true);
});

test.each([
  ['a refused connection', failure('', { code: 'ECONNREFUSED' })],
  ['a syntax error', failure('syntax error', { code: '42601' })],
  ['a raw query of Prisma that fails', prismaRawQuery('postgres', '42601')],
  ['a command that fails', failure('WRONGTYPE Operation against a key')],
  ['words in a message', failure('the table WRONGPASS is not there')],
  ['nothing', undefined],
  ['a text', '28P01'],
])('%s is none', (_, error) => {
  expect(isRefusedLogin(error)).toBe(false);
});

test('an error that is its own cause ends the search', () => {
  const error = failure('round');
  error.cause = error;
  expect(isRefusedLogin(error)).toBe(false);
});

test('ioredis tells which password was refused', () => {
  expect(refusedPassword(failure('WRONGPASS', { command: { name: 'auth', args: ['app', 'p'] } }))).toBe('p');
  expect(refusedPassword(failure('WRONGPASS', { command: { name: 'get', args: ['key'] } }))).toBeUndefined();
  expect(refusedPassword(undefined)).toBeUndefined();
});
