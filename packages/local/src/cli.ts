#!/usr/bin/env node
import { parse, UsageError, usage } from './cli/arguments.js';
import { facts, summary } from './cli/output.js';
import { version } from './generated/version.js';
import { OperatorError } from './operator-error.js';
import { prepareFirstKeyPair } from './start/first-key-pair.js';
import type { LocalKms } from './start.js';

async function run(): Promise<void> {
  const { action, json, format, options } = parse(process.argv.slice(2), process.env);
  if (action === 'help') return console.log(usage.trimEnd());
  if (action === 'version') return console.log(version);

  prepareFirstKeyPair(options);
  const { startLocalKms } = await import('./start.js');
  const kms = await startLocalKms(options);
  if (action === 'export') return printExport(kms, format);
  const stop = () => {
    kms.close().catch(fail);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  console.log(json ? JSON.stringify(facts(kms)) : summary(kms));
}

async function printExport(kms: LocalKms, format: 'yaml' | 'json'): Promise<void> {
  try {
    process.stdout.write(await kms.exportText(format));
  } finally {
    await kms.close();
  }
}

function fail(error: unknown): void {
  const isOperatorError = error instanceof OperatorError;
  const isUsageError = error instanceof UsageError || (isOperatorError && error.code === 'Start.InvalidOption');
  console.error(isUsageError || isOperatorError ? `kms-local: ${(error as Error).message}` : error);
  process.exitCode = isUsageError ? 2 : 1;
}

run().catch(fail);
