// A CommonJS module in TypeScript, which requires ES modules.
import { Client } from 'alibabacloud-kms-sdk';

import local = require('alibabacloud-kms-local');

export const start: Promise<local.LocalKms> = local.startLocalKms();
export const client = new Client({ openApiConfig: { regionId: 'cn-hangzhou' } });
