/** Defaults of `kms agent`. */
export const agentDefaults = { port: 2774, staleIfErrorSeconds: 86_400, maxConnections: 256, maxWaiting: 64 } as const;
