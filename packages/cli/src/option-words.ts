/**
 * Replaces the SDK's names of options in its messages by those of the command: whole sentences before single names. A
 * setting may also come from the environment or a profile; `kms --help` lists them beside each flag.
 */
const words: readonly (readonly [sdk: RegExp, command: string])[] = [
  [
    /publicConfig, which this client was not given: give regionId, and/,
    'the public gateway, of which nothing is known: give --region, and',
  ],
  [
    /instanceConfig, which this client was not given: give the instance’s endpoint and a client key \([^)]*\)/,
    'a KMS instance, of which nothing is known: give --instance-endpoint and --client-key-file',
  ],
  [
    /instanceConfig has an AccessKey, but this API needs a client key \([^)]*\)/,
    'this API needs a client key for the instance, not an AccessKey: give --client-key-file',
  ],
  [/or instanceConfig with an AccessKey/, 'or the instance with an AccessKey in place of the client key'],
  [/leave gateway out/, 'leave --gateway out'],
  [
    /the instance's CA with caFilePath or ca; or give publicConfig, and instanceId unless endpoint begins with it/,
    "the instance's CA with --ca-file; or give --region, and --instance-id unless the host begins with it",
  ],
  [
    /Check endpoint and instanceId, or give caFilePath or ca/,
    'Check --instance-endpoint and --instance-id, or give --ca-file',
  ],
  [
    /the credential of publicConfig (.*?), or give instanceConfig caFilePath or ca/,
    'the AccessKey $1, or give --ca-file',
  ],
  [/caFilePath or ca\b/, '--public-ca-file'],
  [/^caFilePath (?=.* cannot be read)/, 'CA file '],
  [/\baccessKeyId of publicConfig/, 'ALIBABA_CLOUD_ACCESS_KEY_ID (access-key-id of a profile)'],
  [/\baccessKeySecret of publicConfig/, 'ALIBABA_CLOUD_ACCESS_KEY_SECRET (access-key-secret of a profile)'],
  [/\bsecurityToken of publicConfig/, 'ALIBABA_CLOUD_SECURITY_TOKEN (security-token of a profile)'],
  [/\b(publicConfig|instanceConfig)\.accessKeyId/, 'ALIBABA_CLOUD_ACCESS_KEY_ID (access-key-id of a profile)'],
  [
    /\b(publicConfig|instanceConfig)\.accessKeySecret/,
    'ALIBABA_CLOUD_ACCESS_KEY_SECRET (access-key-secret of a profile)',
  ],
  [/\bpublicConfig\.regionId|(?<=check )regionId/, '--region'],
  [/\bpublicConfig\.endpoint/, '--endpoint'],
  [/\binstanceConfig\.endpoint/, '--instance-endpoint'],
  [/\binstanceConfig\.instanceId/, '--instance-id'],
  [/\binstanceConfig\.password/, 'the password of the client key'],
];

/** A message about the configuration of a client, for a user of flags. */
export const inCommandWords = (message: string): string =>
  words.reduce((text, [sdk, command]) => text.replace(sdk, command), message);
