/** A file of its own, since the command shows them before it loads anything. */
export const startDefaults = {
  port: 0,
  host: '127.0.0.1',
  regionId: 'cn-hangzhou',
  requestLogSize: 10_000,
} as const;
