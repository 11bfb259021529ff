import type { LocalState } from './state.js';

/** Variables for `kms`, our SDK and others: see the table of settings. */
export const environment = (state: LocalState): Record<string, string> => ({
  ALIBABA_CLOUD_REGION_ID: state.regionId,
  ALIBABA_CLOUD_ACCESS_KEY_ID: state.accessKeyId,
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: state.accessKeySecret,
  // Otherwise a token of another account would be combined with this AccessKey.
  ALIBABA_CLOUD_SECURITY_TOKEN: '',
  KMS_ENDPOINT: state.endpoint,
  KMS_PUBLIC_CA_FILE: state.caFile,
  KMS_INSTANCE_ENDPOINT: state.endpoint,
  KMS_INSTANCE_ID: state.instanceId,
  KMS_CA_FILE: state.caFile,
  KMS_CLIENT_KEY_FILE: state.clientKeyFile,
  KMS_CLIENT_KEY_PASSWORD: state.clientKeyPassword,
  KMS_LOCAL_ADMIN_ENDPOINT: state.adminEndpoint,
  KMS_LOCAL_ADMIN_TOKEN: state.adminToken,
  NODE_EXTRA_CA_CERTS: state.caFile,
});

const single = (text: string, quote: string): string => `'${text.replaceAll("'", quote)}'`;

const lines: Readonly<Record<string, (name: string, value: string) => string>> = {
  sh: (name, value) => `export ${name}=${single(value, `'\\''`)}`,
  fish: (name, value) => `set -gx ${name} ${single(value.replaceAll('\\', '\\\\'), `\\'`)}`,
  powershell: (name, value) => `$env:${name} = ${single(value, "''")}`,
  dotenv: (name, value) => `${name}=${JSON.stringify(value)}`,
};

const removals: Readonly<Record<string, (name: string) => string>> = {
  sh: (name) => `unset ${name}`,
  fish: (name) => `set -e ${name}`,
  powershell: (name) => `Remove-Item Env:${name} -ErrorAction SilentlyContinue`,
};

/** What removes the variables from a shell again; undefined for a format that is not a shell. */
export function unsetText(shell: string): string | undefined {
  const remove = removals[shell];
  return (
    remove &&
    Object.keys(environment({} as LocalState))
      .map(remove)
      .join('\n')
  );
}

/** Variables in the syntax of a shell. */
export const shellText = (variables: Readonly<Record<string, string>>, shell: string): string =>
  Object.entries(variables)
    .map(([name, value]) => (lines[shell] as (name: string, value: string) => string)(name, value))
    .join('\n');
