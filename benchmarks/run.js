// `npm run bench [-- options] [part…]`: cost of our client and the local KMS, mostly as ratios measured alternately on this
// machine. benchmarks/README.md explains each number.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { circumstances } from './lib/machine.js';

const help = `npm run bench [-- options] [part…]

  part        encrypt, describe-key, python, go, envelope, secrets, start, first-call, endurance;
              all of them by default

  --json      print one JSON object and nothing else
  --calls N   of the endurance run: 100000 by default, 1000000 takes about five minutes
  --built     take the build that is there, without looking whether it is up to date
  --quick     a look at everything in seconds: few calls, nothing to judge by, no clients that have to be installed
`;

const allParts = ['encrypt', 'describe-key', 'python', 'go', 'envelope', 'secrets', 'start', 'first-call', 'endurance'];

function readOptions() {
  const options = {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
    calls: { type: 'string' },
    help: { type: 'boolean', default: false },
  };
  try {
    const { values, positionals: parts } = parseArgs({ options, allowPositionals: true });
    if (values.calls !== undefined && !/^[1-9]\d{0,9}$/.test(values.calls)) {
      throw new Error(`--calls ${values.calls} is no number of calls`);
    }
    const unknown = parts.find((part) => !allParts.includes(part));
    if (unknown !== undefined) throw new Error(`there is no part ${unknown}`);
    return { ...values, parts: parts.length === 0 ? allParts : parts };
  } catch (error) {
    console.error(`${error.message}\n\n${help}`);
    process.exit(2);
  }
}

/** Like `npm test`, with all of its output on stderr. */
function setUp() {
  const script = "import { setUp } from './scripts/setup.js'; setUp();";
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: new URL('..', import.meta.url),
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
  });
  if (status !== 0) process.exit(1);
}

const { json, quick, built, calls, help: asked, parts } = readOptions();
if (asked) {
  console.log(help);
  process.exit(0);
}
// With --json, stdout contains nothing else, whatever a measurement prints.
const print = console.log;
console.log = console.error;
if (!built) setUp();

const size = quick
  ? {
      quick,
      ...{ rounds: 1, startRounds: 1, calls: 200, enduranceCalls: 2_400, enduranceKeys: 50 },
      ...{
        messages: 500,
        streamRounds: 1,
        streamMebibytes: 16,
        hitCalls: 20,
        agentHits: 320,
        secrets: 100,
        outageSecrets: 20,
      },
    }
  : {
      quick,
      ...{ rounds: 9, startRounds: 10, calls: 3_000, pythonCalls: 200, enduranceCalls: 100_000, enduranceKeys: 10_000 },
      ...{ messages: 20_000, streamRounds: 5, streamMebibytes: 1_024 },
      ...{ hitCalls: 500, agentHits: 20_000, secrets: 10_000, outageSecrets: 200 },
    };
if (calls !== undefined) size.enduranceCalls = Number(calls);

// Imported only now, because these modules use the build.
const { measureEncrypt } = await import('./measures/encrypt.js');
const { measureDescribeKey } = await import('./measures/describe-key.js');
const { measureStart } = await import('./measures/start.js');
const { measurePython } = await import('./measures/python.js');
const { measureGo } = await import('./measures/go.js');
const { measureFirstCall } = await import('./measures/first-call.js');
const { measureEnvelope } = await import('./measures/envelope.js');
const { measureSecrets } = await import('./measures/secrets.js');
const { measureEndurance } = await import('./measures/endurance.js');
const { median } = await import('./lib/statistics.js');
const { table } = await import('./lib/report.js');

const startFigures = async () => {
  const values = await measureStart({ rounds: size.startRounds });
  return Object.fromEntries(Object.entries(values).map(([name, numbers]) => [name, median(numbers)]));
};
const measures = {
  encrypt: measureEncrypt,
  'describe-key': measureDescribeKey,
  python: measurePython,
  go: measureGo,
  envelope: measureEnvelope,
  secrets: measureSecrets,
  start: startFigures,
  'first-call': measureFirstCall,
  endurance: measureEndurance,
};
const results = circumstances();
for (const part of parts) {
  console.error(`Measuring ${part} …`);
  Object.assign(results, await measures[part](size));
}
const rounded = Object.fromEntries(
  Object.entries(results).map(([key, value]) => [key, typeof value === 'number' ? Number(value.toFixed(4)) : value]),
);
print(json ? JSON.stringify(rounded) : table(rounded));
