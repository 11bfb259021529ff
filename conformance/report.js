// What the results come to: exceptions taken into account, one table client × operation, the differences, the sums.

/**
 * A listed exception makes a difference pass, and fails when the difference no longer occurs, so that the list stays true.
 *
 * @param exceptions `{ client, operation, case, difference, reason }` each; `difference` is a part of what is reported
 */
export function withExceptions(client, results, exceptions) {
  const own = exceptions.filter((exception) => exception.client === client);
  const seen = new Set();
  const judged = results.map((result) => {
    const exception = own.find(
      ({ operation, case: title, difference }) =>
        !result.passed &&
        result.operation === operation &&
        result.case === title &&
        `${result.difference}`.includes(difference),
    );
    if (!exception) return result;
    seen.add(exception);
    return { ...result, passed: true, reason: exception.reason };
  });
  // A program that ended early may not have come to it.
  const complete = !results.some((result) => !result.passed && /^\((program|installation)\)$/.test(result.operation));
  const gone = complete ? own.filter((exception) => !seen.has(exception)) : [];
  return [
    ...judged,
    ...gone.map(({ operation, case: title, difference }) => ({
      operation,
      case: title,
      passed: false,
      difference: `exceptions.json expects "${difference}", which does not occur any more: remove the entry`,
    })),
  ];
}

/** Lines to print; the last is `N passed, N failed`. */
export function report(resultsByClient) {
  const clients = [...resultsByClient.keys()];
  const all = clients.flatMap((client) => resultsByClient.get(client).map((result) => ({ client, ...result })));
  const failed = all.filter((result) => !result.passed);
  const excepted = all.filter((result) => result.reason);
  const title = ({ client, operation, case: name }) => [client, operation, name].filter(Boolean).join(' · ');
  return [
    '',
    ...clients.map((client, index) => `[${index + 1}] ${client}`),
    '',
    ...table(clients, resultsByClient),
    '',
    ...excepted.map((result) => `~ ${title(result)}: ${oneLine(result.difference)} (${result.reason})`),
    ...failed.map((result) => `✗ ${title(result)}: ${oneLine(result.difference)}`),
    `${all.length - failed.length} passed, ${failed.length} failed`,
  ];
}

function table(clients, resultsByClient) {
  const operations = [...new Set([...resultsByClient.values()].flat().map(({ operation }) => operation))].sort();
  const rows = operations.map((operation) => [
    operation,
    ...clients.map((client) => cell(resultsByClient.get(client).filter((result) => result.operation === operation))),
  ]);
  const all = [['', ...clients.map((_, index) => `[${index + 1}]`)], ...rows];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  return all.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
}

function cell(results) {
  if (results.length === 0) return '';
  const failed = results.filter((result) => !result.passed).length;
  return failed === 0 ? `✓ ${results.length}` : `✗ ${failed} of ${results.length}`;
}

const oneLine = (text) =>
  `${text ?? 'said to have failed, without a difference'}`.replace(/\s*\n\s*/g, ' ').slice(0, 500);
