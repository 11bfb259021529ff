/** In a separate file, because the command shows them before it loads anything else. */
export const startDefaults = {
  port: 0,
  host: '127.0.0.1',
  regionId: 'cn-hangzhou',
  requestLogSize: 10_000,
} as const;
