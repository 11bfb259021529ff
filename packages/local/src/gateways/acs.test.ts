import { describe, expect, test } from 'vitest';
import byGo from '../../../../vectors/acs-signature/go.json' with { type: 'json' };
import byPython from '../../../../vectors/acs-signature/python.json' with { type: 'json' };
import given from '../../../../vectors/acs-signature/requests.json' with { type: 'json' };
import { readAcsClaim } from './acs.js';
import type { AppRequest } from './http.js';

/** A request as the server receives it. */
function arrived(vector: (typeof byGo.vectors)[number]): AppRequest {
  const { method, headers, query, bodyText } = given.requests.find(
    ({ title }) => title === vector.title,
  ) as (typeof given.requests)[number];
  return {
    method,
    path: `/?${new URLSearchParams(Object.entries(query))}`,
    headers: { ...headers, [vector.contentHeader]: vector.contentHash, authorization: vector.authorization },
    body: Buffer.from(bodyText),
    remoteAddress: '127.0.0.1',
  };
}

const parametersOf = ({ path }: AppRequest) => ({
  pathname: '/',
  query: [...new URLSearchParams(path.slice(2))],
  body: [],
});

async function isProven(request: AppRequest): Promise<boolean> {
  const claim = await readAcsClaim(request, parametersOf(request));
  return [claim.stringToSign, claim.otherStringToSign ?? claim.stringToSign].some(
    (text) => claim.sign(given.accessKeySecret, text) === claim.signature,
  );
}

describe.each([
  ['Go', byGo.vectors],
  ['Python', byPython.vectors],
])('a request of the official client in %s', (_language, vectors) => {
  test.each(vectors)('by $algorithm, $title, is proven', async (vector) => {
    expect(await isProven(arrived(vector))).toBe(true);
  });

  test.each(vectors)('by $algorithm, $title, is not proven with another parameter', async (vector) => {
    const request = arrived(vector);
    const path = `${request.path}${request.path === '/?' ? '' : '&'}Added=`;
    expect(await isProven({ ...request, path })).toBe(false);
  });
});

const of = (algorithm: string): AppRequest =>
  arrived(byGo.vectors.find((vector) => vector.algorithm === algorithm) as (typeof byGo.vectors)[number]);

test('a key of ACS4 for another day than that of the request is refused', async () => {
  const request = of('ACS4-HMAC-SHA256');
  const headers = { ...request.headers, 'x-acs-date': '2026-10-02T08:00:00Z' };
  await expect(readAcsClaim({ ...request, headers }, parametersOf(request))).rejects.toMatchObject({
    code: 'IncompleteSignature',
    message: expect.stringContaining('the day in Credential'),
  });
});

test('a signature of ACS4 with SM3 needs the hash under its own name', async () => {
  const request = of('ACS4-HMAC-SM3');
  const { 'x-acs-content-sm3': hash, ...headers } = request.headers;
  await expect(
    readAcsClaim({ ...request, headers: { ...headers, 'x-acs-content-sha256': hash } }, parametersOf(request)),
  ).rejects.toMatchObject({ code: 'IncompleteSignature' });
});
