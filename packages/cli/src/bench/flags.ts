/** A flag of `kms bench`; its name has dashes here, but underscores work too. */
export interface BenchFlag {
  name: string;
  /** `<…>`: requires a value, `[…]`: may have one. */
  value?: string;
  description: string;
  repeatable?: true;
}

/** Flags of the benchmark tools of the KMS SDKs. */
export const officialFlags: readonly BenchFlag[] = [
  { name: 'case', value: '<name>', description: 'what to call, or a weighted mix: encrypt:70,decrypt:25,sign:5' },
  { name: 'endpoint', value: '<host>', description: 'of the KMS instance (KMS_INSTANCE_ENDPOINT)' },
  { name: 'client-key-path', value: '<file>', description: 'client key (KMS_CLIENT_KEY_FILE)' },
  { name: 'client-key-password', value: '<text>', description: 'its password; safer in KMS_CLIENT_KEY_PASSWORD' },
  { name: 'ca-path', value: '<file>', description: 'CA of the instance (KMS_CA_FILE)' },
  { name: 'key-id', value: '<id>', description: 'key to call with: its id or alias' },
  { name: 'secret-name', value: '<name>', description: 'secret for get_secret_value' },
  { name: 'data-size', value: '<bytes>', description: 'of plaintexts, random numbers and data keys (default 32)' },
  { name: 'concurrence-nums', value: '<n>', description: 'calls at a time (default 32)' },
  { name: 'duration', value: '<seconds>', description: 'how long (default 600); -1: until Ctrl-C' },
  { name: 'period', value: '<seconds>', description: 'time between reports (default 1)' },
  {
    name: 'log-path',
    value: '<dir>',
    description: 'reports go to statistics.log there, which rotates, with debug.log',
  },
  { name: 'enable-debug-log', value: '[boolean]', description: 'a line for each call' },
];

/** Flags of commands that show or write a result. */
export const reportFlags: readonly BenchFlag[] = [
  {
    name: 'json',
    value: '[file]',
    description: 'the result as JSON; without a file to stdout, with nothing else there',
  },
  { name: 'csv', value: '<file>', description: 'a row for each period' },
  { name: 'html', value: '<file>', description: 'one page with charts' },
];

export const moreFlags: readonly BenchFlag[] = [
  { name: 'profile', value: '<name>', description: 'of the configuration file: endpoint, client key and CA' },
  { name: 'local', description: 'measure a local KMS that is started for it; nothing else is needed' },
  { name: 'sign-key-id', value: '<id>', description: 'key for sign, verify and get_public_key, in a mix with others' },
  { name: 'key-pair-spec', value: '<spec>', description: 'of generated key pairs (default EC_P256)' },
  { name: 'rate', value: '<n>', description: 'calls per second, whatever the answers take; from:to climbs' },
  { name: 'ramp', value: '<seconds>', description: 'time to climb: to the rate, or to all calls at a time' },
  {
    name: 'warmup',
    value: '<seconds>',
    description: 'calls before the measurement, which are left out (default 0; 2 with --find-max)',
  },
  { name: 'requests', value: '<n>', description: 'end after so many calls' },
  { name: 'find-max', value: '[limit]', description: 'highest rate that keeps a limit (default p99<50ms)' },
  { name: 'step', value: '<seconds>', description: 'of each rate that --find-max tries (default 5)' },
  { name: 'processes', value: '<n>', description: 'that share the calls (default 1)' },
  { name: 'timeout', value: '<seconds>', description: 'longest time of a call' },
  {
    name: 'proofs',
    value: '<n>',
    description: 'answers of each case to check by calling KMS after the run (default 10)',
  },
  {
    name: 'threshold',
    value: '<limit>',
    description: 'exit code 1 unless p99<20ms, errors<0.1%, tps>1000',
    repeatable: true,
  },
  { name: 'ignore-ssl', description: 'do not verify the certificate of the server' },
  { name: 'no-live', description: 'on a terminal too, a report for each period in place of the display' },
  ...reportFlags,
];
