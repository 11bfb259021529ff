import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cases } from '../../src/bench/operations/names.js';
import { folder, measure, officialNumbers, run, startKms, targetFlags } from './bench.js';

describe('kms bench', () => {
  test('reports a delay of the server within 5 %, as the benchmark tools of the KMS SDKs do', async () => {
    const kms = await startKms();
    kms.faults.add({ api: 'Encrypt', delayMs: 400 });
    const flags = ['--case=encrypt', '--key_id=key-app', '--data_size=32', '--concurrence_nums=4', '--duration=4'];
    const { code, stdout, stderr } = await run([...targetFlags(kms), ...flags, '--warmup=1']);
    expect([code, stderr]).toEqual([0, '']);
    const [begin, ...reports] = stdout.split(/^-{17} /m);
    expect(begin).toBe('Start [encrypt] Case\n');
    expect(reports.map((report) => report.slice(0, report.indexOf(':')))).toEqual([
      'Time_1',
      'Time_2',
      'Time_3',
      'Time_4',
      'Statistics',
    ]);
    const numbers = officialNumbers(reports.at(-1) as string);
    expect(numbers).toMatchObject({ ClientErrorCount: 0, LimitExceededErrorCount: 0, TimeoutErrorCount: 0 });
    expect(numbers.RequestCount).toBe(numbers.ResponseCount);
    expect(numbers.AvgOnceTimeCost).toBeGreaterThanOrEqual(400);
    expect(numbers.AvgOnceTimeCost).toBeLessThanOrEqual(420);
    expect(numbers.MinOnceTimeCost).toBeGreaterThanOrEqual(400);
  });

  test('counts errors exactly, throttled calls and timeouts apart from others', async () => {
    const kms = await startKms();
    kms.faults.add({ api: 'Encrypt', code: 'Rejected.Throttling', times: 17, after: 40 });
    kms.faults.add({ api: 'Encrypt', code: 'InternalFailure', probability: 0.2 });
    kms.faults.add({ api: 'Encrypt', hang: true, times: 3 });
    const flags = ['--case=encrypt', '--key-id=key-app', '--requests=300', '--timeout=2', '--concurrence-nums=8'];
    const { code, result } = await measure([...targetFlags(kms), ...flags]);
    expect(code).toBe(0);
    const internal = kms.faults.list()[1]?.struck;
    expect(internal).toBeGreaterThan(20);
    expect(result.total.counts).toEqual({
      requests: 300,
      responses: 300,
      clientErrors: internal,
      limitExceeded: 17,
      timeouts: 3,
      codes: { 'Rejected.Throttling': 17, InternalFailure: internal, 'Timeout.Deadline': 3 },
    });
  });

  test('calls every operation of an instance, alone in its case, and proves what can be proved', async () => {
    const kms = await startKms();
    const mix = Object.keys(cases).join(',');
    const keys = ['--key_id=key-app', '--sign_key_id=key-sign', '--secret_name=app/db'];
    const { code, result } = await measure([...targetFlags(kms), `--case=${mix}`, ...keys, '--requests=60']);
    expect(code).toBe(0);
    expect(Object.keys(result.operations).sort()).toEqual(Object.keys(cases).sort());
    for (const [name, { counts }] of Object.entries(result.operations)) {
      expect(counts, name).toMatchObject({ requests: 4, responses: 4, codes: {} });
    }
    // Those that make something which another call can open or verify.
    expect(result.proofs).toEqual({ right: 9 * 4, wrong: 0, unknown: 0, reasons: [] });
  });

  test('shares the calls of a mix among processes by weight', async () => {
    const kms = await startKms();
    const flags = ['--case=encrypt:3,sign:1', '--key_id=key-app', '--sign_key_id=key-sign', '--requests=80'];
    const { result } = await measure([...targetFlags(kms), ...flags, '--processes=2']);
    expect(result.operations.encrypt?.counts.responses).toBe(60);
    expect(result.operations.sign?.counts.responses).toBe(20);
    expect(kms.requests({ api: 'Sign' }).filter(({ status }) => status === 200)).toHaveLength(20);
  });

  test('leaves the warm-up out', async () => {
    const kms = await startKms();
    const flags = ['--case=encrypt', '--key_id=key-app', '--warmup=500ms', '--requests=50', '--proofs=0'];
    const { result } = await measure([...targetFlags(kms), ...flags]);
    expect(result.total.counts.requests).toBe(50);
    expect(kms.requests({ api: 'Encrypt' }).length).toBeGreaterThan(50);
  });

  test('makes calls at a rate, and climbs to it', async () => {
    const kms = await startKms();
    const flags = ['--case=encrypt', '--key_id=key-app', '--rate=10:90', '--duration=2', '--processes=2'];
    const { result } = await measure([...targetFlags(kms), ...flags]);
    expect(result.total.counts.requests).toBe(100);
    expect(result.unstarted).toBe(0);
    const first = result.periods[0]?.counts.requests ?? 0;
    expect(first).toBeLessThan(50);
    expect(result.total.responseUs?.p50).toBeGreaterThanOrEqual(result.total.serviceUs.min);
  });

  test('finds the highest rate that keeps a limit', async () => {
    const kms = await startKms();
    kms.faults.add({ api: 'Encrypt', delayMs: 100 });
    // Four at a time, a tenth of a second each: 40 in a second.
    const flags = ['--case=encrypt', '--key_id=key-app', '--concurrence_nums=4', '--find-max', 'p90<400ms'];
    const { code, result } = await measure([...targetFlags(kms), ...flags, '--rate=20', '--step=1', '--warmup=500ms']);
    expect(code).toBe(0);
    expect(result.findMax?.rate).toBeGreaterThan(25);
    expect(result.findMax?.rate).toBeLessThan(48);
    expect(result.settings.rate?.to).toBe(result.findMax?.rate);
    expect(result.findMax?.steps.some(({ kept, reason }) => !kept && reason !== undefined)).toBe(true);
  }, 60_000);

  test('with --local it needs nothing else, and leaves nothing running', async () => {
    const { code, result } = await measure(['--local', '--requests=20']);
    expect(code).toBe(0);
    expect(result.settings).toMatchObject({ local: true, case: 'encrypt' });
    await expect(fetch(result.settings.endpoint)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  });

  test('writes its reports and logs where it is told to, with no password in them', async () => {
    const kms = await startKms();
    const path = (name: string) => join(out, name);
    const out = folder();
    const reports = ['--json', path('run.json'), '--csv', path('run.csv'), '--html', path('run.html')];
    const flags = ['--case=encrypt', '--key_id=key-app', '--duration=2', `--log_path=${path('logs')}`];
    const { code, stdout } = await run([...targetFlags(kms), ...flags, ...reports, '--enable_debug_log=true']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Start \[encrypt\] Case\n/);
    expect(stdout).not.toContain('[Benchmark-Detail]');
    const files = ['run.json', 'run.csv', 'run.html', 'logs/statistics.log', 'logs/debug.log'];
    const content = Object.fromEntries(files.map((name) => [name, readFileSync(path(name), 'utf8')]));
    for (const name of files) expect(content[name], name).not.toContain(kms.clientKeyPassword);
    const { total } = JSON.parse(content['run.json'] as string);
    expect(
      content['logs/debug.log']?.match(/^\[BenchDebug_\d+\]\tonceTimeCost: \d+ms\tRequestId: \S+$/gm),
    ).toHaveLength(total.counts.requests);
    expect(content['logs/statistics.log']).toMatch(/Time_1: [\s\S]+Time_2: [\s\S]+Statistics: /);
    const rows = (content['run.csv'] as string)
      .trimEnd()
      .split('\n')
      .map((row) => row.split(','));
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows.at(-1)?.slice(0, 1)).toEqual(['total']);
    expect(rows.at(-1)?.[4]).toBe(String(total.counts.responses));
    expect(content['run.html']).not.toMatch(/<script|https?:\/\/(?!127)|url\(|@import/);
    expect(content['run.html']?.match(/<svg/g)).toHaveLength(3);
    expect(existsSync(path('logs/debug.log.1'))).toBe(false);
  });
});
