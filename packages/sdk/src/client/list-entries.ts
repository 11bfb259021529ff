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
 * The entries of a list that has numbered pages, from `pageNumber` of the request on.
 *
 * A list that grows could be walked for ever: the walk ends one page after what was its last page at any time. That one
 * is for entries that came in front meanwhile and pushed others onto a new page.
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
 * The entries of a list that says with a token where to go on, from `nextToken` of the request on.
 *
 * @throws KmsConnectionError `Connection.InvalidResponse` for a token that came before: there would be no end
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
    // Some services say "no more" with an empty text.
    nextToken = answer.nextToken || undefined;
    if (nextToken === undefined) return;
    if (seen.has(nextToken)) {
      throw new KmsConnectionError('Connection.InvalidResponse', 'a list came back to a part that was there before');
    }
    seen.add(nextToken);
  }
}
