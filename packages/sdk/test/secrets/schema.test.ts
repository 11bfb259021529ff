import type { StandardSchema } from 'alibabacloud-kms-sdk/secrets';
import { afterAll, afterEach, beforeAll, beforeEach, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { Place } from './support.js';

let place: Place;
beforeAll(async () => {
  place = await Place.open();
});
beforeEach(() => place.create('app/db', '{"user":"app","password":"s3cret","port":"5432"}'));
afterEach(() => place.tidy());
afterAll(() => place.close());

test('a schema of Zod checks the value, changes it, and gives the result its type', async () => {
  const schema = z.object({ user: z.string(), password: z.string(), port: z.coerce.number() });
  const { cache } = place.cache();
  const login = await cache.getJson('app/db', { schema });
  expect(login).toEqual({ user: 'app', password: 's3cret', port: 5432 });
  expectTypeOf(login).toEqualTypeOf<{ user: string; password: string; port: number }>();
});

test('what does not fit is told by the names of its members, never by their values', async () => {
  const schema = z.object({
    user: z.literal('root'),
    password: z.string().refine(() => false, { error: ({ input }) => `${input} is too short` }),
    port: z.coerce.number(),
  });
  const { cache } = place.cache();
  const error = await cache.getJson('app/db', { schema }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    code: 'Secret.SchemaMismatch',
    message: 'app/db does not fit its schema: user, password',
    secretName: 'app/db',
  });
  expect(JSON.stringify(error)).not.toContain('s3cret');
});

test('a schema may take its time, and may refuse the value as a whole', async () => {
  const schema = (issues?: { message: string }[]): StandardSchema<string> => ({
    '~standard': {
      version: 1,
      vendor: 'ours',
      validate: async () => (issues ? { issues } : { value: 'from elsewhere' }),
    },
  });
  const { cache } = place.cache();
  expect(await cache.getJson('app/db', { schema: schema() })).toBe('from elsewhere');
  await expect(cache.getJson('app/db', { schema: schema([{ message: 'no' }]) })).rejects.toThrow('the whole value');
});

test('without a schema the type is what the caller says', async () => {
  const { cache } = place.cache();
  const login = await cache.getJson<{ user: string }>('app/db', { stage: 'ACSCurrent' });
  expectTypeOf(login.user).toEqualTypeOf<string>();
  expectTypeOf(await cache.getJson('app/db')).toEqualTypeOf<Record<string, unknown>>();
  expect(login.user).toBe('app');
});
