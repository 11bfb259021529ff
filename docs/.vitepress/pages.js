/**
 * Every page of the site, in the order of its sidebar, with its name in both languages. `scripts/docs.js` checks that
 * all of them are there in both, and that there are no others.
 *
 * @type {readonly { en: string, zh: string, pages: readonly { path: string, en: string, zh: string }[] }[]}
 */
export const groups = [
  {
    en: 'Getting started',
    zh: '入门',
    pages: [
      { path: 'quick-start', en: 'Quick start', zh: '快速入门' },
      { path: 'client', en: 'Client', zh: '客户端' },
      { path: 'keys', en: 'Keys', zh: '密钥' },
      { path: 'secrets', en: 'Secrets', zh: '凭据' },
      { path: 'envelope', en: 'Envelope encryption', zh: '信封加密' },
      { path: 'secret-cache', en: 'Secret cache', zh: '凭据缓存' },
      { path: 'errors', en: 'Errors and retries', zh: '错误与重试' },
      { path: 'security', en: 'Security', zh: '安全建议' },
      { path: 'bundlers', en: 'Bundlers and CommonJS', zh: '打包工具与 CommonJS' },
    ],
  },
  {
    en: 'Examples and recipes',
    zh: '示例与实践',
    pages: [
      { path: 'examples', en: 'Examples', zh: '示例' },
      { path: 'recipes/index', en: 'Recipes', zh: '最佳实践' },
      { path: 'recipes/jwt', en: 'JSON Web Tokens', zh: 'JSON Web Token（JWT）' },
      { path: 'recipes/certificates', en: 'Certificates', zh: '证书' },
      { path: 'recipes/encrypted-column', en: 'An encrypted column', zh: '数据库字段加密' },
      { path: 'recipes/postgres-column', en: 'A column in PostgreSQL', zh: 'PostgreSQL 字段加密' },
      { path: 'recipes/rotation', en: 'Rotate a password', zh: '轮转数据库口令' },
      { path: 'recipes/backup', en: 'An encrypted backup', zh: '备份加密' },
      { path: 'recipes/s3-upload', en: 'Encrypted uploads', zh: '加密上传' },
      { path: 'recipes/java-messages', en: 'Moving from Java', zh: '从 Java 加密 SDK 迁移' },
      { path: 'recipes/testing', en: 'Testing an application', zh: '测试应用' },
      { path: 'recipes/moving', en: 'Moving a program', zh: '迁移应用' },
      { path: 'recipes/serverless', en: 'Serverless functions', zh: '函数计算' },
    ],
  },
  {
    en: 'Moving from KMS 1.0',
    zh: '从 KMS 1.0 迁移',
    pages: [{ path: 'transfer', en: 'TransferClient', zh: 'TransferClient' }],
  },
  {
    en: 'Command line',
    zh: '命令行',
    pages: [
      { path: 'cli', en: 'kms', zh: 'kms 命令' },
      { path: 'agent', en: 'kms agent', zh: 'kms agent 凭据代理' },
      { path: 'benchmark', en: 'kms bench', zh: 'kms bench 性能测试' },
      { path: 'performance', en: 'Performance', zh: '性能' },
    ],
  },
  {
    en: 'Local KMS',
    zh: '本地 KMS',
    pages: [
      { path: 'local-kms', en: 'Overview', zh: '概述' },
      { path: 'local-kms-seed', en: 'Seeds', zh: '种子文件' },
      { path: 'local-kms-admin', en: 'Time, faults and requests', zh: '时钟、故障与请求记录' },
      { path: 'local-kms-credentials', en: 'Temporary credentials', zh: '临时凭证' },
      { path: 'local-kms-coverage', en: 'What it does with each parameter', zh: '参数支持情况' },
    ],
  },
  {
    en: 'Local KMS in tests and CI',
    zh: '在测试与 CI 中使用本地 KMS',
    pages: [
      { path: 'guides/index', en: 'All guides', zh: '全部指南' },
      { path: 'guides/vitest', en: 'Vitest', zh: 'Vitest' },
      { path: 'guides/node-test', en: 'node:test', zh: 'node:test' },
      { path: 'guides/jest', en: 'Jest', zh: 'Jest' },
      { path: 'guides/python', en: 'Python', zh: 'Python' },
      { path: 'guides/go', en: 'Go', zh: 'Go' },
      { path: 'guides/java', en: 'Java', zh: 'Java' },
      { path: 'guides/github-actions', en: 'GitHub Actions', zh: 'GitHub Actions' },
      { path: 'guides/terraform', en: 'Terraform', zh: 'Terraform' },
      { path: 'guides/containers', en: 'Containers', zh: '容器' },
    ],
  },
];

/** Paths of all pages that have a twin, without language and extension. */
export const pagePaths = ['index', ...groups.flatMap(({ pages }) => pages.map(({ path }) => path))];
