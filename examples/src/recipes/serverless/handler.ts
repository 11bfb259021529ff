import type { Client } from 'alibabacloud-kms-sdk';
import { env, envOr } from '../../env.js';

/** What Function Compute tells a handler, as far as this one asks. */
interface InvocationContext {
  requestId: string;
  /** `timeout` is in seconds. */
  function: { timeout: number };
}

interface Login {
  user: string;
  password: string;
}

/** A secret that was changed is noticed after this time. */
const secretMaxAgeMs = 10 * 60_000;
/** Left for the answer when KMS was waited for in vain. */
const marginMs = 500;
const initializeTimeoutMs = 3_000;

// Outside of the handler: the next invocations of the same instance find both here.
let client: Promise<Client> | undefined;
let login: { value: Promise<Login>; readAt: number } | undefined;

/** Loaded and made when first needed; its connections are kept for the next invocation. */
function kms(): Promise<Client> {
  client ??= import('alibabacloud-kms-sdk').then(
    (sdk) =>
      new sdk.Client({
        instanceConfig: {
          endpoint: env('KMS_INSTANCE_ENDPOINT'),
          clientKeyFile: env('KMS_CLIENT_KEY_FILE'),
          password: env('KMS_CLIENT_KEY_PASSWORD'),
          caFilePath: env('KMS_CA_FILE'),
          // Within one VPC: whoever has not answered by then should be asked again.
          connectTimeoutMs: 1_000,
          readTimeoutMs: 2_000,
        },
      }),
  );
  return client;
}

async function readLogin(signal: AbortSignal): Promise<Login> {
  const { secretData } = await (await kms()).getSecretValue({ secretName: env('KMS_SECRET_NAME') }, { signal });
  return JSON.parse(secretData);
}

function currentLogin(signal: AbortSignal): Promise<Login> {
  if (login && Date.now() - login.readAt < secretMaxAgeMs) return login.value;
  const value = readLogin(signal).catch((error: unknown) => {
    // Not kept: the next invocation asks again.
    login = undefined;
    throw error;
  });
  login = { value, readAt: Date.now() };
  return value;
}

/** Initializer: what the first invocation would wait for is there before it comes. */
export async function initialize(): Promise<void> {
  await currentLogin(AbortSignal.timeout(initializeTimeoutMs));
}

/** Seals the text in `event.seal`; `{ "ping": true }` keeps an instance warm, and needs no KMS. */
export async function handler(event: Uint8Array, context: InvocationContext): Promise<object> {
  const { ping, seal } = JSON.parse(new TextDecoder().decode(event));
  if (ping) return { pong: true };
  // One deadline for all calls of this invocation, before that of the function.
  const signal = AbortSignal.timeout(context.function.timeout * 1_000 - marginMs);
  const [{ user }, { ciphertextBlob }] = await Promise.all([
    currentLogin(signal),
    kms().then((made) =>
      made.advanceEncrypt({ keyId: envOr('KMS_KEY_ID', 'alias/example'), plaintext: seal }, { signal }),
    ),
  ]);
  return { sealed: Buffer.from(ciphertextBlob).toString('base64'), storedAs: user };
}

/** PreStop: the instance is about to go. */
export async function preStop(): Promise<void> {
  const made = await client?.catch(() => undefined);
  await made?.close();
}
