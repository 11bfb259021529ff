import { CliError, failureOf } from '../failures.js';
import { interruptible } from '../io/interruptible.js';
import { Progress } from '../io/progress.js';
import { printable } from '../printable.js';
import type { Session } from '../session.js';
import { type FileResult, type ReEncryptPlan, reEncryptFile } from './re-encrypt-file.js';
import { walkTree } from './walk-tree.js';

/** Files at the same time: each spends most of its time waiting for KMS. */
const concurrency = 8;

/** An unchanged file, and why. */
interface Kept {
  path: string;
  reason: string;
}

/** Result of a run. */
export interface TreeResult {
  /** In a dry run, those that would be. */
  reEncrypted: string[];
  /** Already under the keys. */
  current: number;
  leftAlone: Kept[];
  failed: Kept[];
  /** Old keys of the messages. */
  sourceKeys: Set<string>;
  /** Whether ciphertexts of KMS itself are among them. */
  hasCiphertexts: boolean;
}

/**
 * Re-encrypts all messages of a tree under other keys. To resume an interrupted run, start it again: messages that are
 * already under the keys are only inspected.
 */
export async function reEncryptTree(session: Session, top: string, plan: ReEncryptPlan): Promise<TreeResult> {
  const result: TreeResult = {
    reEncrypted: [],
    current: 0,
    leftAlone: [],
    failed: [],
    sourceKeys: new Set(),
    hasCiphertexts: false,
  };
  const progress = new Progress(session.context);
  const entries = walkTree(top);
  let seen = 0;
  const worker = async (signal: AbortSignal) => {
    for await (const entry of { [Symbol.asyncIterator]: () => ({ next: () => entries.next() }) }) {
      signal.throwIfAborted();
      if (entry.kind === 'other') result.leftAlone.push({ path: entry.path, reason: entry.reason });
      else if (entry.kind === 'unreadable') result.failed.push({ path: entry.path, reason: entry.reason });
      else {
        const outcome = await reEncryptFile(session, entry.path, plan, signal).catch((error) => failed(error, signal));
        note(result, entry.path, outcome);
      }
      seen += 1;
      progress.show(() => `${seen} files, ${result.reEncrypted.length} re-encrypted: ${printable(entry.path)}`);
    }
  };
  try {
    await interruptible((signal) => Promise.all(Array.from({ length: concurrency }, () => worker(signal))));
  } finally {
    progress.clear();
  }
  return result;
}

type Outcome = FileResult | { status: 'failed'; reason: string };

function failed(error: unknown, signal: AbortSignal): Outcome {
  signal.throwIfAborted();
  const failure = failureOf(error);
  if (!failure || (error instanceof CliError && failure.message === '')) throw error;
  return { status: 'failed', reason: failure.message };
}

function note(result: TreeResult, path: string, outcome: Outcome): void {
  switch (outcome.status) {
    case 're-encrypted':
      result.reEncrypted.push(path);
      for (const arn of outcome.sourceKeys) result.sourceKeys.add(arn);
      result.hasCiphertexts ||= outcome.isCiphertext;
      break;
    case 'current':
      result.current += 1;
      break;
    case 'left alone':
      result.leftAlone.push({ path, reason: outcome.reason });
      break;
    default:
      result.failed.push({ path, reason: outcome.reason });
  }
}
