/** Error codes of drivers for a wrong user or password. */
const refusals: readonly (string | number)[] = [
  // PostgreSQL: invalid_password, invalid_authorization_specification
  '28P01',
  '28000',
  // MySQL
  'ER_ACCESS_DENIED_ERROR',
  'ER_ACCESS_DENIED_NO_PASSWORD_ERROR',
  // Prisma
  'P1000',
  // MongoDB
  18,
];

/** Redis has messages instead of codes. */
const redisRefusal = /^(WRONGPASS|NOAUTH|ERR invalid password|ERR AUTH)\b/;

/** Members with the driver's error, in errors of layers above the driver. */
const inner = ['cause', 'driverError', 'parent', 'original', 'meta', 'driverAdapterError'] as const;

/** Kind in Prisma's driver adapters, for every database; raw queries have it only inside `P2010`. */
const prismaKind = 'AuthenticationFailed';

/** Whether PostgreSQL, MySQL, Redis, MongoDB or a library on top of them refused a login. */
export function isRefusedLogin(error: unknown, depth = 5): boolean {
  if (typeof error !== 'object' || error === null || depth === 0) return false;
  const { code, errorCode, kind, message, errors } = error as Record<string, unknown>;
  if (kind === prismaKind) return true;
  if ([code, errorCode].some((given) => refusals.includes(given as string))) return true;
  if (typeof message === 'string' && redisRefusal.test(message)) return true;
  const causes = inner.map((name) => (error as Record<string, unknown>)[name]);
  return [...causes, ...(Array.isArray(errors) ? errors : [])].some((cause) => isRefusedLogin(cause, depth - 1));
}

/** The refused password, if the driver reveals it: ioredis keeps the AUTH command in its error. */
export function refusedPassword(error: unknown): string | undefined {
  const { name, args } = Object((error as { command?: unknown } | undefined)?.command) as Record<string, unknown>;
  const password: unknown = name === 'auth' && Array.isArray(args) ? args.at(-1) : undefined;
  return typeof password === 'string' ? password : undefined;
}
