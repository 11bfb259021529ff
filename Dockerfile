# The local KMS for development, tests and CI; docs/guides/containers.md says how to use it.
# Build from the root of a checkout: docker build --tag kms-local .
FROM node:22-alpine AS build
WORKDIR /build
COPY . .
RUN npm ci --no-audit --no-fund && npm run build \
  && mkdir /packs && npm pack --workspace packages/sdk --workspace packages/local --pack-destination /packs

FROM node:22-alpine
WORKDIR /app
COPY --from=build /packs /packs
RUN npm install --omit=dev --no-audit --no-fund /packs/alibabacloud-kms-sdk-*.tgz /packs/alibabacloud-kms-local-*.tgz \
  && rm -rf /packs /root/.npm node_modules/@libsql/linux-*-gnu \
  && mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8443 8080
HEALTHCHECK --interval=5s --timeout=2s --start-period=5s CMD ["wget", "-q", "-O", "-", "http://127.0.0.1:8080/readyz"]
ENTRYPOINT ["node", "node_modules/alibabacloud-kms-local/dist/cli.js", "--host", "0.0.0.0", "--port", "8443", "--http-port", "8080"]
CMD ["--data", "/data", "--name", "kms"]
