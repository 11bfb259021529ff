import type { OpenApiAction } from '../types.js';

/** What is open already stays open. */
export const openKmsService: OpenApiAction = async () => ({});
