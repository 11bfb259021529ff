// What the programs in Node.js share: facts of the local KMS, reporting, the exchange with our clients.
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { isDeepStrictEqual } = require('node:util');

const facts = JSON.parse(process.env.CONFORMANCE_KMS);
const exchangeFile = (name) => join(process.env.CONFORMANCE_EXCHANGE, name);

/** Prints one line of JSON for a check; without a difference it passed. */
function report(operation, name, difference) {
  console.log(JSON.stringify({ operation, case: name, passed: difference === undefined, difference }));
}

/** `{ "contains": "…" }` in what is expected is a text that has this part. */
function matches(expected, actual) {
  if (typeof expected !== 'object' || expected === null) return Object.is(expected, actual);
  if ('contains' in expected) return `${actual}`.includes(expected.contains);
  const names = Object.keys(expected);
  return (
    isDeepStrictEqual(names.sort(), Object.keys(actual ?? {}).sort()) &&
    names.every((name) => matches(expected[name], actual[name]))
  );
}

function equal(operation, name, expected, actual) {
  const difference = `expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;
  report(operation, name, matches(expected, actual) ? undefined : difference);
}

/** Each field of what a program saw, one level down where it is an object. */
function seen(expected, actual) {
  for (const [part, fields] of Object.entries(expected)) {
    const deeper = typeof fields === 'object' && !Array.isArray(fields) && !('code' in fields);
    for (const [name, value] of deeper ? Object.entries(fields) : [[undefined, fields]]) {
      const found = name === undefined ? actual[part] : actual[part]?.[name];
      equal('(what the program saw)', [part, name].filter(Boolean).join(': '), value, found);
    }
  }
}

/**
 * The items of `ours.json` that a client of the public gateway can check.
 *
 * @param ask answers an item in names of the wire; a client that does not have the API answers undefined
 * @param codeOf the code of KMS in an error
 * @param how told with the case
 */
async function checkItems(ask, codeOf, how) {
  const items = JSON.parse(readFileSync(exchangeFile('ours.json'), 'utf8'));
  for (const item of items.filter(({ kind }) => kind === 'public')) {
    const got = await ask(item.operation, item.request).then(
      (answer) => ({ answer }),
      (error) => ({ code: codeOf(error) ?? `${error}` }),
    );
    const name = [`public, ${item.case}`, how].filter(Boolean).join(', ');
    if (item.code !== undefined) {
      if (got.code !== undefined || got.answer) equal(item.operation, name, item.code, got.code ?? got.answer);
    } else if (got.code !== undefined) {
      equal(item.operation, name, 'an answer', got.code);
    } else if (got.answer) {
      const told = Object.fromEntries(Object.keys(item.answer).map((field) => [field, got.answer[field]]));
      equal(item.operation, name, item.answer, told);
    }
  }
}

/** For our clients to check. */
function handOver(client, items) {
  writeFileSync(exchangeFile(`${client}.json`), JSON.stringify(items, null, 1));
}

module.exports = { facts, report, equal, seen, checkItems, handOver };
