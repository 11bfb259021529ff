/** How a command at the top is written, and what it does. */
interface CommandHead {
  usage: string;
  summary: string;
}

/** Commands at the top by name, those for data first. The help of `kms` needs no more of them, so it loads none. */
export const catalog = {
  encrypt: { usage: 'encrypt [file]', summary: 'encrypt a file of any size, or stdin' },
  decrypt: { usage: 'decrypt [file]', summary: 'decrypt a file of any size, or stdin' },
  reencrypt: {
    usage: 'reencrypt <dir>',
    summary: 're-encrypt all messages of a folder under another key, or the current version of theirs',
  },
  sign: { usage: 'sign [file]', summary: 'sign a file or stdin with an asymmetric key' },
  verify: { usage: 'verify [file]', summary: 'verify the signature of a file or stdin; exits with 1 if it is wrong' },
  mac: { usage: 'mac [file]', summary: 'generate or verify the MAC of a file or stdin' },
  random: { usage: 'random <bytes>', summary: 'get random bytes from a KMS instance, 1 to 1024' },
  'data-key': { usage: 'data-key', summary: 'generate a data key, in plaintext and encrypted' },
  'public-key': { usage: 'public-key', summary: 'get the public key of an asymmetric key' },
  inspect: { usage: 'inspect [file]', summary: 'show what a ciphertext is, offline' },
  key: { usage: 'key', summary: 'manage keys: create, list, describe, enable, disable, rotate, import, delete …' },
  alias: { usage: 'alias', summary: 'manage aliases of keys: create, update, delete, list' },
  secret: { usage: 'secret', summary: 'manage secrets: get, put, list, versions, rotate, delete …' },
  tag: { usage: 'tag', summary: 'manage tags of keys and secrets: add, remove, list' },
  access: {
    usage: 'access',
    summary: 'manage who may use an instance: network rules, policies, access points, client keys',
  },
  api: { usage: 'api [action] [parameters...]', summary: 'call any API by its name' },
  run: { usage: 'run <command...>', summary: 'run a command with secrets in its environment' },
  agent: { usage: 'agent', summary: 'serve secrets from a cache to the programs of this machine, by HTTP' },
  config: { usage: 'config', summary: 'show settings and profiles' },
  doctor: {
    usage: 'doctor',
    summary: 'find out why something does not work: network, TLS, clock, credentials, permissions',
  },
  local: { usage: 'local', summary: 'a local KMS for development, tests and CI: start, env, status, stop' },
  bench: { usage: 'bench', summary: 'measure how fast KMS answers' },
  completion: { usage: 'completion <shell>', summary: 'completion for bash, zsh or fish' },
} as const satisfies Readonly<Record<string, CommandHead>>;

export type CommandName = keyof typeof catalog;
