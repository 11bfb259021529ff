import { readFile } from 'node:fs/promises';
import type { BenchResult } from './result.js';

/** A file that is not a benchmark result; the message says which one and why. */
export class ResultFileError extends Error {}

/** @throws ResultFileError */
export async function readResult(path: string): Promise<BenchResult> {
  let value: Partial<BenchResult> | null;
  try {
    value = JSON.parse(await readFile(path, 'utf8')) as Partial<BenchResult> | null;
  } catch (error) {
    throw new ResultFileError(`${path} cannot be read: ${(error as Error).message}`);
  }
  if (value?.format !== 'kms-bench') {
    throw new ResultFileError(`${path} is no result of kms bench; make one with kms bench --json ${path}`);
  }
  if (value.version !== 1) {
    throw new ResultFileError(`${path} is of version ${value.version}, and this kms reads version 1: use a newer kms`);
  }
  return value as BenchResult;
}
