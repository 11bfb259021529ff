export { instanceActions } from './instance-actions.js';
export { openApiActions } from './open-api-actions.js';
