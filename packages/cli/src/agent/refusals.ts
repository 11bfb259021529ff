/** Every reason for which the agent itself refuses a request; KMS has its own codes. */
export const refusals = {
  forwarded: { status: 403, code: 'Agent.Forwarded', message: 'Requests that a proxy has forwarded are refused.' },
  'cross-site': { status: 403, code: 'Agent.CrossSite', message: 'Requests of web pages are refused.' },
  host: {
    status: 421,
    code: 'Agent.WrongHost',
    message: 'The agent is asked by its address: 127.0.0.1 or localhost, and its port.',
  },
  token: {
    status: 401,
    code: 'Agent.Unauthorized',
    message: 'The token is missing or wrong: Authorization: Bearer TOKEN, from the token file.',
  },
  path: { status: 404, code: 'Agent.NotFound', message: 'There are /v1/secrets/NAME, /healthz and /metrics.' },
  method: { status: 405, code: 'Agent.MethodNotAllowed', message: 'Only GET and HEAD are allowed.' },
  body: { status: 400, code: 'Agent.BadRequest', message: 'A request must have no body.' },
  request: { status: 400, code: 'Agent.BadRequest', message: 'The request is wrong.' },
  busy: { status: 503, code: 'Agent.Busy', message: 'Too many requests wait for KMS already: try again in a second.' },
} as const;

export type Reason = keyof typeof refusals;

/** A request that the agent refuses. */
export class Refused extends Error {
  override readonly name = 'Refused';

  /** @param message replaces the default message */
  constructor(
    readonly reason: Reason,
    message: string = refusals[reason].message,
  ) {
    super(message);
  }
}
