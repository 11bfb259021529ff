// What stands between the markers of the documentation's pages, by the name of the marker.
import { commands, commonOptions } from './commands.js';
import { limits } from './limits.js';
import { code, codes, plain, tableOf } from './markdown.js';
import { parameters } from './parameters.js';

/** @type {Record<string, (facts: any, say: (text: string) => string) => string>} */
export const sections = {
  'service errors': serviceErrors,
  'key specs': keySpecs,
  limits,
  settings,
  'common options': commonOptions,
  commands,
  'exit codes': exitCodes,
  parameters,
};

function serviceErrors({ errors, advice: { advice }, subjects: facts }, say) {
  const rows = Object.entries(errors.serviceErrors).map(([name, { message, status, retry, rejectedWords }]) => [
    `${code(name)}<br>${say(message).replaceAll('{}', '…')}`,
    String(status),
    retry ? code(retry) : rejectedWords ? `${code('rejected')}: ${rejectedWords}` : say('no'),
    adviceLines(name, advice[name], facts, say).join('<br>'),
  ]);
  return tableOf([say('code, and what KMS says'), say('status'), say('sent again'), say('what to do')], rows);
}

/** What calls an advice is for, in words; APIs stand for themselves. */
const adviceCases = {
  withClientKey: 'with a client key',
  keyOfInstance: 'keys, at an instance',
  secretOfInstance: 'secrets, at an instance',
  key: 'keys',
  alias: 'aliases',
  secret: 'secrets',
  dataKey: 'managed data keys',
  clientKey: 'client keys',
  accessPoint: 'access points',
  networkRule: 'network rules',
  policy: 'policies',
  instance: 'instances',
  else: 'otherwise',
};

/** One line for each text, with the calls that it is for. The key of a call without its alias was named by the alias. */
function adviceLines(errorCode, advice, { resourceOf, noResourceOf, subjectOf }, say) {
  const upper = (text) => text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
  const wordsOf = (text, subject) =>
    upper(
      say(text)
        .replaceAll('{resource}', say(resourceOf(subject, {})))
        .replaceAll('{no resource}', say(noResourceOf(subject, {})))
        .replaceAll('kms:{api}', '`kms:<API>`')
        .replaceAll('{api}', say('the call')),
    );
  if (typeof advice === 'string') return [wordsOf(advice, 'other')];
  const cases = new Map();
  for (const [name, text] of Object.entries(advice)) cases.set(text, [...(cases.get(text) ?? []), name]);
  return [...cases].map(([text, names]) => {
    const [first] = names;
    const subject = /^[A-Z]/.test(first) ? subjectOf(first) : first.replace(/OfInstance$|^else$/, '') || 'other';
    const label = names.map((name) => (adviceCases[name] ? say(adviceCases[name]) : code(name))).join(say(', '));
    const isAlias = subject === 'key' && errorCode === 'Forbidden.AliasNotFound';
    const told = isAlias ? 'alias' : subject === 'withClientKey' ? 'other' : subject;
    return `${upper(label)}${say(': ')}${wordsOf(text, told)}`;
  });
}

function keySpecs({ keySpecs: { keySpecs, keyPairSpecs } }, say) {
  const rows = Object.entries(keySpecs).flatMap(([spec, { bits, algorithms }]) =>
    Object.entries(algorithms).map(([usage, names], index) => [
      index === 0 ? code(spec) : '',
      index === 0 ? String(bits) : '',
      code(usage),
      codes(names),
      index === 0 && keyPairSpecs.includes(spec) ? say('yes') : '',
    ]),
  );
  return tableOf(
    ['KeySpec', say('bits'), 'KeyUsage', say('algorithms, the default first'), say('data key pairs')],
    rows,
  );
}

function settings({ settings: { settings: all } }, say) {
  const rows = all.map(({ flag, value, env, description }) => [
    value ? code(`--${flag}`) : `${code(flag)} ${say('(no flag)')}`,
    codes(env),
    plain(say(description)),
  ]);
  return tableOf([say('flag; profile field without dashes'), say('environment variable'), say('meaning')], rows);
}

const exitCodeWords = {
  done: 'done',
  refused: 'the service refused, or a check did not pass',
  usage: 'wrong use of the command line',
  configuration: 'a setting, credential or file that is missing or wrong',
  connection: 'no answer: connection or timeout',
  interrupted: 'interrupted',
};

function exitCodes({ failures }, say) {
  const rows = Object.entries(failures.exitCodes).map(([name, number]) => {
    if (!exitCodeWords[name]) throw new Error(`scripts/docs/sections.js has no words for the exit code ${name}`);
    return [String(number), say(exitCodeWords[name])];
  });
  return tableOf([say('exit code'), say('meaning')], rows);
}
