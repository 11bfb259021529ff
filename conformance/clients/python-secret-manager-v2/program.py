"""The official cache of secrets, second generation, reads what our cache reads, and hands over what it has read."""

import base64
import json
import time
from contextlib import closing

from alibabacloud_kms20160120.client import Client
from alibabacloud_kms20160120.models import CreateSecretRequest, PutSecretValueRequest
from alibabacloud_secretsmanager_client_v2.secret_manager_cache_client_builder import SecretManagerCacheClientBuilder
from alibabacloud_secretsmanager_client_v2.service.default_secret_manager_client_builder import (
    BaseSecretManagerClientBuilder,
)
from alibabacloud_secretsmanager_client_v2.service.full_jitter_back_off_strategy import FullJitterBackoffStrategy
from alibabacloud_tea_openapi.models import Config
from Tea.exceptions import TeaException

from admin import Admin
from checks import Checks, facts, hand_over, theirs
from secret_cache import OPERATION, check_items, handed_over

REFRESH_SECONDS = 20

kms = facts()
admin = Admin(kms)


def config(secret=None):
    return Config(
        access_key_id=kms.accessKeyId,
        access_key_secret=secret or kms.accessKeySecret,
        region_id=kms.regionId,
        endpoint=f"{kms.host}:{kms.port}",
        ca=kms.caFile,
    )


def cache_of(stage="ACSCurrent", secret=None):
    """Tries again after milliseconds instead of seconds."""
    builder = BaseSecretManagerClientBuilder.standard().add_config(config(secret))
    client = builder.with_back_off_strategy(FullJitterBackoffStrategy(3, 10, 50)).build()
    return SecretManagerCacheClientBuilder.new_cache_client_builder(client).with_cache_stage(stage).build()


def code_of(error):
    return error.code if isinstance(error, TeaException) else None


def caching(checks, writer):
    name = "python-v2/cached"
    writer.create_secret(CreateSecretRequest(secret_name=name, secret_data="one", version_id="v1"))

    def put(data, version):
        writer.put_secret_value(PutSecretValueRequest(secret_name=name, secret_data=data, version_id=version))

    with closing(cache_of()) as cache:
        first = cache.get_secret_value(name)
        put("two", "v2")
        checks.equal("(cache)", "keeps a value", ["one", "one"], [first, cache.get_secret_value(name)])
        checks.equal("(cache)", "is refreshed when asked to", True, cache.refresh_now(name))
        checks.equal("(cache)", "has the new value", "two", cache.get_secret_value(name))
        admin.fault({"api": "GetSecretValue", "secretName": name, "code": "Rejected.Throttling", "times": 1})
        put("three", "v3")
        cache.refresh_now(name)
        checks.equal("(cache)", "tries again when throttled", "three", cache.get_secret_value(name))
    put(json.dumps({"value": 5, "ttl": 1000}), "v4")
    with closing(cache_of()) as cache:
        value = lambda: json.loads(cache.get_secret_value(name))["value"]
        before = value()
        put(json.dumps({"value": 6, "ttl": 3_600_000}), "v5")
        deadline = time.monotonic() + REFRESH_SECONDS
        while (after := value()) != 6 and time.monotonic() < deadline:
            time.sleep(0.05)
        checks.equal("(cache)", "refreshes by the time to live in a value", [5, 6], [before, after])


def for_others(writer):
    """Secrets that the client of the same generation makes, as this cache reads them."""
    place = {"encryption_key_id": "key-aes-256", "dkmsinstance_id": kms.instanceId, "version_id": "v1"}
    values = {
        "text": ("text", "from Python & 密"),
        "json": ("text", json.dumps({"password": "密", "ttl": 7_200_000})),
        "binary": ("binary", base64.b64encode(bytes([0, 255, 7])).decode()),
    }
    with closing(cache_of()) as cache:
        for what, (kind, data) in values.items():
            name = f"python-v2/{what}"
            writer.create_secret(
                CreateSecretRequest(secret_name=name, secret_data=data, secret_data_type=kind, **place)
            )
            yield handed_over(f"{what}, read by alibabacloud-secretsmanager-client-v2", cache, name)


def main():
    checks, writer = Checks(code_of), Client(config())
    check_items(checks, theirs(["secretCache"]), cache_of, "public gateway")
    with checks.step("(cache)", "goes on to its end"):
        caching(checks, writer)
    hand_over("python-secret-manager-v2", list(for_others(writer)))
    liar = lambda: cache_of(secret="wrong").get_secret_value("conformance/text")
    checks.refused(OPERATION, "wrong AccessKey secret", "SignatureDoesNotMatch", liar)


main()
