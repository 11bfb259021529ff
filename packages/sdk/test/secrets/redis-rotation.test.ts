import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hasRedis, type RedisServer, startRedis } from './redis-server.js';
import { createLogin, orders, rotateUnderLoad } from './rotation.js';
import { Place } from './support.js';

const name = 'app/redis';
const user = 'app';

describe.skipIf(!hasRedis)('a password of Redis is rotated under load', () => {
  let place: Place;
  let server: RedisServer;
  let admin: Redis;
  const change = async (password: string) => {
    await admin.call('ACL', 'SETUSER', user, 'on', 'resetpass', `>${password}`, '~*', '+@all');
  };
  beforeAll(async () => {
    [place, server] = await Promise.all([Place.open(), startRedis()]);
    admin = new Redis({ port: server.port, password: server.password });
  });
  afterEach(() => place.tidy());
  afterAll(async () => {
    admin?.disconnect();
    await server?.stop();
    await place?.close();
  });

  test.each(Object.entries(orders))('%s: and no command fails', async (_, rotateOnce) => {
    await change(await createLogin(place, name, user));
    const { cache } = place.cache();
    const credentials = cache.rotatingCredentials(name);
    const redis = new Redis({ port: server.port, username: user, lazyConnect: true, retryStrategy: () => 1 });
    redis.on('error', credentials.report);
    await credentials.follow(({ password }) => Object.assign(redis.options, { password }));
    const get = credentials.retrying((key: string) => redis.get(key));
    await admin.set('key', 'value');
    const rotate = async (version: number) => {
      await rotateOnce(place, { name, user, versionId: `v${version}`, change });
      // Connections outlive a change of the password: this one has to log in again.
      await admin.call('CLIENT', 'KILL', 'USER', user);
    };
    const { done, failures } = await rotateUnderLoad(rotate, () => get('key'));
    redis.disconnect();
    expect(failures).toEqual([]);
    expect(done).toBeGreaterThanOrEqual(200);
  });
});
