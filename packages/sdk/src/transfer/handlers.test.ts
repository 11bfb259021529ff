import { expect, test } from 'vitest';
import golden from '../../../../vectors/transfer/handlers.json' with { type: 'json' };
import { instanceOperations } from '../model/generated/instance-operations.js';
import { advanceScheme, lowVersionScheme } from './crypto-schemes.js';
import { handlers } from './handlers.js';
import { InstanceCall, type SendToInstance } from './instance-call.js';
import { textCodec } from './text-encoding.js';

type Fields = Record<string, unknown>;

/** Bytes of a vector are `{"hex": …}`. */
const read = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const { hex } = (value ?? {}) as { hex?: string };
      return [name, hex === undefined ? value : Uint8Array.from(Buffer.from(hex, 'hex'))];
    }),
  );

const shown = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, value instanceof Uint8Array ? { hex: Buffer.from(value).toString('hex') } : value])
      .sort(),
  );

const metadata = { status: 200, attempts: 1, headers: {} };

/** Responds like the vectors' instance, and records the requests. */
function recorder() {
  const asked: { api: string; message: Fields; headers?: Readonly<Record<string, string>> }[] = [];
  const send: SendToInstance = async (api, message, headers) => {
    asked.push({ api, message: shown(message), ...(headers && { headers }) });
    const answer = read(golden.answers[api as keyof typeof golden.answers]);
    return { answer, keyVersionId: api === 'GetSecretValue' ? undefined : golden.keyVersionId, metadata };
  };
  return { asked, send };
}

test.each(golden.vectors)(
  '$action, low version $lowVersion, $encoding, $parameters: as the official client',
  async (vector) => {
    const { action, parameters, calls, body } = vector;
    const { asked, send } = recorder();
    const codec = textCodec(vector.encoding, 'encoding');
    const contextBinding = vector.lowVersion ? 'json' : 'hex';
    const call = new InstanceCall(action, parameters, { codec, contextBinding, send });
    const scheme = vector.lowVersion ? lowVersionScheme : advanceScheme;
    const answer = await handlers[action as keyof typeof handlers]?.(call, scheme);
    expect(asked).toEqual(calls);
    expect(answer?.body).toEqual(body);
  },
);

test('the vectors have every handler, in both modes', () => {
  for (const lowVersion of [false, true]) {
    const tried = golden.vectors.filter((vector) => vector.lowVersion === lowVersion).map(({ action }) => action);
    expect([...new Set(tried)].sort()).toEqual(Object.keys(handlers).sort());
  }
  const apis = new Set(golden.vectors.flatMap(({ calls }) => calls.map(({ api }) => api)));
  for (const api of apis) expect(Object.keys(instanceOperations)).toContain(api);
});

test('a context is an object or JSON; members that are null are not there, and an empty one is none', async () => {
  const messages = [];
  for (const EncryptionContext of [
    { b: '2', a: '1' },
    '{"a":"1","b":"2","c":null}',
    { a: '1', b: '2', c: undefined },
    {},
    '{}',
  ]) {
    const { asked, send } = recorder();
    const parameters = { KeyId: 'k', Plaintext: 'x', EncryptionContext };
    await advanceScheme.encrypt(
      new InstanceCall('Encrypt', parameters, { codec: textCodec('utf-8', ''), contextBinding: 'raw', send }),
      new Uint8Array(1),
    );
    messages.push(asked[0]?.message.Aad);
  }
  const [aad] = messages;
  expect(aad).toEqual({ hex: expect.any(String) });
  expect(messages).toEqual([aad, aad, aad, undefined, undefined]);
});
