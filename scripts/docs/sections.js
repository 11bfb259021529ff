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

function serviceErrors({ errors }, say) {
  const rows = Object.entries(errors.serviceErrors).map(([name, facts]) => {
    const advice = [
      ...(facts.advice ? [say(facts.advice)] : []),
      ...(facts.clientKeyAdvice ? [`${say('With a client key:')} ${say(facts.clientKeyAdvice)}`] : []),
    ];
    return [
      `${code(name)}<br>${say(facts.message).replaceAll('{}', '…')}`,
      String(facts.status),
      facts.retry ? code(facts.retry) : facts.rejectedWords ? `${code('rejected')}: ${facts.rejectedWords}` : say('no'),
      advice.join(' ').replace(/kms:\{api\}/g, '`kms:<API>`'),
    ];
  });
  return tableOf([say('code, and what KMS says'), say('status'), say('sent again'), say('what to do')], rows);
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
