import { type StartOptions, startLocalKms } from 'alibabacloud-kms-local';
import { wholeNumber } from '../io/option-values.js';
import { details } from '../io/table.js';
import type { Session } from '../session.js';
import { stateOf } from './state.js';

export interface ServeFlags {
  data?: string;
  memory?: boolean;
  port?: string;
  host?: string;
  seed?: string;
  /** Set by `kms local env`: the waiting process gets the facts. */
  background?: boolean;
}

/** Runs a local KMS in this process until it is stopped. */
export async function serve(session: Session, { background, ...flags }: ServeFlags): Promise<void> {
  const options: StartOptions = {
    port: wholeNumber('--port', flags.port),
    host: flags.host,
    seed: flags.seed,
    ...(flags.memory ? { memory: true } : { dataDir: flags.data ?? '.kms-local' }),
    ...(background && { admin: true }),
  };
  const kms = await startLocalKms(options);
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  if (background) {
    process.send?.(stateOf(kms), () => process.disconnect?.());
  } else {
    const { endpoint, regionId, instanceId, caFile, clientKeyFile, dataDir } = kms;
    const facts = {
      endpoint,
      regionId,
      instanceId,
      caFile,
      clientKeyFile,
      data: dataDir ?? 'in memory: gone when this stops',
    };
    const credentials = {
      accessKeyId: kms.accessKeyId,
      accessKeySecret: kms.accessKeySecret,
      clientKeyPassword: kms.clientKeyPassword,
    };
    const title = 'Local KMS for development, tests and CI. It is not a replacement for KMS.';
    // These secrets are only valid for this machine, and needed to use it, so they are shown.
    const text = `${title}\n\n${details({ ...facts, ...credentials })}\n\nReady. Ctrl+C stops it.`;
    await session.print({ ...facts, ...credentials }, { text });
  }
  await ended;
  await kms.close();
}
