import { actions, instanceMessages } from 'alibabacloud-kms-sdk/internal';

const requestMessage = /^(.+)Request$/;
const stsApis = ['AssumeRole', 'AssumeRoleWithOIDC', 'GetCallerIdentity'];
const instanceApis = Object.keys(instanceMessages).flatMap((name) => requestMessage.exec(name)?.[1] ?? []);

/** Names of all APIs, of either gateway and of STS. */
export const knownApis: ReadonlySet<string> = new Set([...Object.keys(actions), ...instanceApis, ...stsApis]);
