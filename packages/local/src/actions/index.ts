export { dryRun } from './dry-run.js';
export { accountGuard, allOf, guarded } from './guards.js';
export { instanceActions } from './instance-actions.js';
export { openApiActions } from './open-api-actions.js';
