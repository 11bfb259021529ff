import { settings } from '../config/settings.js';
import { usageError } from '../failures.js';

type Env = Readonly<Record<string, string | undefined>>;

/** Credentials of `kms` itself: settings without a flag, because they are secrets, and those of the local KMS. */
const ownCredentials: ReadonlySet<string> = new Set([
  ...settings.flatMap((setting) => ('value' in setting ? [] : setting.env)),
  'ALIBABA_CLOUD_CREDENTIALS_URI',
  'KMS_LOCAL_ADMIN_TOKEN',
]);

/**
 * Variables that decide which code a program runs, for any program: loaders, shells, language runtimes, and programs
 * that others start. Anyone who can write a secret in such a variable can run code as this user.
 */
const decidesCode: readonly RegExp[] = [
  /^(LD|DYLD)_/,
  /^(GCONV_PATH|PATH|PATHEXT|COMSPEC|SHELL|IFS)$/,
  /^(BASH_ENV|ENV|ZDOTDIR|PROMPT_COMMAND|PS4|SHELLOPTS|BASHOPTS|BASH_FUNC_.*)$/,
  /^(NODE_OPTIONS|NODE_PATH|NODE_REPL_EXTERNAL_MODULE)$/,
  /^NPM_CONFIG_(NODE_OPTIONS|SCRIPT_SHELL|SHELL|GIT|EDITOR|VIEWER|INIT_MODULE|USERCONFIG|GLOBALCONFIG)$/,
  /^(PYTHONPATH|PYTHONHOME|PYTHONSTARTUP|PYTHONINSPECT|PYTHONBREAKPOINT)$/,
  /^(PERL5LIB|PERLLIB|PERL5OPT|PERL5DB|RUBYLIB|RUBYOPT|PHPRC|PHP_INI_SCAN_DIR|LUA_INIT.*|LUA_C?PATH.*)$/,
  /^(JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS|JAVA_OPTS|CLASSPATH|JAVA_HOME)$/,
  /^(DOTNET_STARTUP_HOOKS|(CORECLR|COR)_PROFILER.*|GOFLAGS|RUSTC_WRAPPER)$/,
  /^(GIT_(SSH|SSH_COMMAND|EXEC_PATH|EDITOR|PAGER|ASKPASS|EXTERNAL_DIFF|PROXY_COMMAND|CONFIG.*)|SSH_ASKPASS)$/,
  /^(EDITOR|VISUAL|PAGER|BROWSER|MANPAGER|LESSOPEN|LESSCLOSE)$/,
  /^OPENSSL_(CONF|MODULES|ENGINES)$/,
];

/**
 * Refuses a variable that decides which code is run, unless it is allowed by name.
 *
 * @throws CliError
 */
export function checkVariable(variable: string, allowed: readonly string[]): void {
  // On Windows, names are case-insensitive.
  const name = variable.toUpperCase();
  if (!decidesCode.some((pattern) => pattern.test(name)) || allowed.includes(variable)) return;
  throw usageError(
    `${variable} decides which code a program runs, so anybody who can write the secret could run code here; ` +
      `if you want that, add --allow-variable ${variable}`,
  );
}

/** The environment of the command: that of `kms`, without its own credentials unless they are passed on, plus the secrets. */
export function childEnvironment(own: Env, secrets: Env, { passCredentials }: { passCredentials: boolean }): Env {
  const kept = Object.entries(own).filter(([name]) => passCredentials || !ownCredentials.has(name.toUpperCase()));
  return { ...Object.fromEntries(kept), ...secrets };
}
