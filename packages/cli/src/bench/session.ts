import { access, constants, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { fileError } from '../failures.js';
import type { BenchListener, Signals } from './listener.js';
import { formatRate } from './measure/units.js';
import { isWhole } from './measure/whole-periods.js';
import type { BenchOptions } from './options.js';
import { csvOf } from './report/csv.js';
import { htmlOf } from './report/html.js';
import { LiveDisplay, type Screen } from './report/live.js';
import { officialDetail, officialTitle } from './report/official.js';
import { RotatingFile, type Rotation } from './report/rotating-file.js';
import { summaryOf } from './report/summary.js';
import type { BenchResult } from './result.js';
import { runBench } from './run-bench.js';

/** Where the output of a benchmark goes. */
export interface Outputs {
  stdout: Writable & { columns?: number };
  stderr: Writable;
  /** Draws on stdout while it runs, instead of a report for each period. */
  live: boolean;
  /** `-`: stdout, which then has nothing else. */
  json?: string;
  csv?: string;
  html?: string;
  /** Directory for statistics.log and debug.log. */
  logPath?: string;
  logRotation?: Rotation;
}

/** Runs a benchmark, shows its progress, and writes its reports. */
export async function runSession(options: BenchOptions, outputs: Outputs, signals: Signals): Promise<BenchResult> {
  const { stdout, stderr } = outputs;
  await checkFiles(outputs);
  const toFiles = outputs.logPath !== undefined;
  const say = (text: string) => (outputs.json === '-' ? stderr : stdout).write(`${text}\n`);
  const logFile = (name: string) =>
    outputs.logPath === undefined ? undefined : openLog(join(outputs.logPath, name), outputs.logRotation);
  const statistics = logFile('statistics.log');
  const debug = options.debugLog ? logFile('debug.log') : undefined;
  const display = outputs.live ? new LiveDisplay(stdout as Screen, titleOf(options)) : undefined;
  const report = (text: string) => {
    statistics?.write(text);
    // A search has many runs; its output has only their results.
    if (!display && !toFiles && !options.findMax) say(text);
  };
  let count = 0;
  const listener: BenchListener = {
    phase: (what, durationMs) => {
      if (what !== 'warm-up') count = 0;
      display?.phase(what, durationMs);
    },
    live: display && ((running) => display.live(running)),
    debug: (text) => {
      if (debug) debug.write(text);
      else if (display) display.line(text);
      else say(text);
    },
    period: (period, total) => {
      if (isWhole(period, options.periodMs)) {
        count += 1;
        report(`${officialTitle(count, new Date())}\n${officialDetail(total, period.tps)}`);
      }
      display?.period(period, total);
    },
    step: ({ rate, tps, valueText, kept, reason }) => {
      const text = `${formatRate(rate)} per second: ${kept ? 'ok' : reason}, ${valueText}, ${formatRate(tps)} TPS`;
      if (display) display.line(text);
      else say(text);
    },
  };

  if (!display) say(`Start [${options.caseText}] Case`);
  const result = await runBench(options, listener, signals).finally(() => display?.end());
  const ending = `${officialTitle('Statistics', new Date())}\n${officialDetail(result.total, result.total.tps)}`;
  const summary = summaryOf(result);
  statistics?.write(`${ending}\n${summary}`);
  if (!toFiles || display) say(ending);
  say(summary);
  if (!display) say(`[${options.caseText}] Case complete!`);
  await writeReports(result, outputs);
  return result;
}

/** Shows a stored result, and writes its reports. */
export async function showResult(result: BenchResult, outputs: Outputs): Promise<void> {
  const say = (text: string) => (outputs.json === '-' ? outputs.stderr : outputs.stdout).write(`${text}\n`);
  say(`${officialTitle('Statistics', new Date())}\n${officialDetail(result.total, result.total.tps)}`);
  say(summaryOf(result));
  await writeReports(result, outputs);
}

/** Checked before the load, so that a report that cannot be written fails at once. */
async function checkFiles({ json, csv, html }: Outputs): Promise<void> {
  for (const file of [json === '-' ? undefined : json, csv, html]) {
    if (file === undefined) continue;
    await access(dirname(file), constants.W_OK).catch((error: unknown) => {
      throw cannotWrite(file, error);
    });
  }
}

function openLog(path: string, rotation?: Rotation): RotatingFile {
  try {
    return new RotatingFile(path, rotation);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

const cannotWrite = (path: string, error: unknown) => fileError(`${path} cannot be written`, error);

async function writeReports(result: BenchResult, { json, csv, html, stdout }: Outputs): Promise<void> {
  const text = `${JSON.stringify(result)}\n`;
  const write = async (path: string, content: string) =>
    writeFile(path, content).catch((error: unknown) => {
      throw cannotWrite(path, error);
    });
  if (json === '-') stdout.write(text);
  else if (json !== undefined) await write(json, text);
  if (csv !== undefined) await write(csv, csvOf(result));
  if (html !== undefined) await write(html, htmlOf(result));
}

const titleOf = ({ caseText, dataSize }: BenchOptions): string => `${caseText}  ${dataSize} B`;
