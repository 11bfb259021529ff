import { createRequire } from 'node:module';
import { context, propagation, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { startLocalKms } from 'alibabacloud-kms-local';
import { Client } from 'alibabacloud-kms-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Caller, failureOf } from '../support/calls.js';
import { startServer } from '../support/hostile-server.js';

const exporter = new InMemorySpanExporter();
const tracerProvider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
// The names of attributes that count from now on.
process.env.OTEL_SEMCONV_STABILITY_OPT_IN = 'http';
// The requests of the local KMS, which runs in this process too, are not in question.
const instrumentation = new HttpInstrumentation({ disableIncomingRequestInstrumentation: true });

beforeAll(() => {
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  instrumentation.setTracerProvider(tracerProvider);
  // It takes effect when a module is required.
  createRequire(import.meta.url)('node:https');
});
afterAll(() => {
  instrumentation.disable();
  propagation.disable();
  trace.disable();
  context.disable();
});

test('OpenTelemetry sees the calls to both gateways, and its headers break no signature', async () => {
  exporter.reset();
  const kms = await startLocalKms();
  await using client = new Client(kms.clientConfig());
  const { keyMetadata } = await client.createKey({ dkmsInstanceId: kms.instanceId });
  const { ciphertextBlob } = await client.encrypt({ keyId: keyMetadata.keyId, plaintext: Buffer.from('hello') });
  expect(ciphertextBlob.length).toBeGreaterThan(0);
  const seen = { 'http.request.method': 'POST', 'http.response.status_code': 200 };
  expect(exporter.getFinishedSpans().map(({ attributes }) => attributes)).toMatchObject([seen, seen]);
  await kms.close();
});

test('the trace goes along in the header traceparent', async () => {
  exporter.reset();
  await using server = await startServer((_, response) => response.end('ok'));
  using caller = new Caller(server);
  await caller.call();
  const [span] = exporter.getFinishedSpans();
  expect(server.requests[0]?.headers.traceparent).toBe(
    `00-${span?.spanContext().traceId}-${span?.spanContext().spanId}-01`,
  );
});

test('a call that finds no connection is a span with an error', async () => {
  exporter.reset();
  const server = await startServer((_, response) => response.end('ok'));
  await server[Symbol.asyncDispose]();
  using caller = new Caller(server);
  expect(await failureOf(caller.call({ autoRetry: false }))).toMatchObject({ code: 'Connection.Refused' });
  expect(exporter.getFinishedSpans()).toMatchObject([{ attributes: { 'error.type': expect.any(String) } }]);
});
