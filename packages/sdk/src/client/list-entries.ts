import { KmsConnectionError } from '../errors.js';
import { limits } from '../model/limits.js';

interface NumberedRequest {
  pageNumber?: number;
  pageSize?: number;
}

interface NumberedResponse {
  pageSize: number;
  totalCount: number;
}

/**
 * The entries of a list with numbered pages, from `pageNumber` of the request on.
 *
 * A growing list could make the walk endless, so it ends one page after the highest last page that it has seen. The extra
 * page is for entries that were inserted at the front and pushed others back.
 */
export async function* entriesOfPages<Request extends NumberedRequest, Answer extends NumberedResponse, Entry>(
  list: (request: Request) => Promise<Answer>,
  request: Request,
  entriesOf: (answer: Answer) => readonly Entry[],
): AsyncGenerator<Entry, void, undefined> {
  const pageSize = request?.pageSize ?? limits.pageSize.max;
  let lastPage = Number.POSITIVE_INFINITY;
  for (let pageNumber = request?.pageNumber ?? 1; pageNumber <= lastPage; pageNumber++) {
    const answer = await list({ ...request, pageNumber, pageSize });
    const entries = entriesOf(answer);
    yield* entries;
    const pages = Math.ceil(answer.totalCount / answer.pageSize);
    if (entries.length < answer.pageSize || pageNumber >= pages) return;
    lastPage = Math.min(lastPage, pages + 1);
  }
}

/**
 * The entries of a list with page tokens, from `nextToken` of the request on.
 *
 * @throws KmsConnectionError `Connection.InvalidResponse` for a repeated token: the walk would never end
 */
export async function* entriesOfTokens<
  Request extends { nextToken?: string },
  Answer extends { nextToken?: string },
  Entry,
>(
  list: (request: Request) => Promise<Answer>,
  request: Request,
  entriesOf: (answer: Answer) => readonly Entry[],
): AsyncGenerator<Entry, void, undefined> {
  let nextToken = request?.nextToken;
  const seen = new Set([nextToken]);
  for (;;) {
    const answer = await list({ ...request, nextToken });
    yield* entriesOf(answer);
    // Some services use an empty text for "no more".
    nextToken = answer.nextToken || undefined;
    if (nextToken === undefined) return;
    if (seen.has(nextToken)) {
      throw new KmsConnectionError('Connection.InvalidResponse', 'a list came back to a part that was there before');
    }
    seen.add(nextToken);
  }
}
