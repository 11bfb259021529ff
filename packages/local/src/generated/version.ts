// Generated from package.json by scripts/generate.js.

export const version = '0.1.0';
