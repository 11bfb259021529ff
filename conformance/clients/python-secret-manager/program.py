"""The official cache of secrets reads, refreshes and recovers, by each way that it has to KMS."""

import base64
import json
import time
from contextlib import closing

from aliyunsdkcore.acs_exception.exceptions import ClientException, ServerException

import gateways
from checks import Checks, exchange_file, facts, hand_over, theirs
from secret_cache import check_items, handed_over
from writer import Writer

OPERATION = "GetSecretValue"
REFRESH_SECONDS = 20


def code_of(error):
    if isinstance(error, ServerException):
        return error.get_error_code()
    return error.get_error_code() if isinstance(error, ClientException) else None


def eventually(read, wanted):
    """What is read, as soon as it is what is wanted, at the latest after some time."""
    deadline = time.monotonic() + REFRESH_SECONDS
    while (value := read()) != wanted and time.monotonic() < deadline:
        time.sleep(0.05)
    return value


def reading(checks, kms, way, builder):
    with closing(gateways.cache(builder())) as cache:
        info = cache.get_secret_info("conformance/text")
        got = [info.secret_value, info.version_id, info.secret_type, info.secret_data_type]
        checks.equal(OPERATION, f"{way}: text", ['second & 密码 "quoted" + more', "v2", "Generic", "text"], got)
        binary = base64.b64decode(cache.get_secret_info("conformance/binary").secret_value)
        checks.equal(OPERATION, f"{way}: binary", bytes([0, 255, 0, 255]), binary)
        for item in theirs(["instance" if way == "instance gateway" else "public"]):
            # The cache knows no versions, and one stage.
            if item["operation"] == OPERATION and item["request"].keys() == {"SecretName"}:
                checks.item(told_by_cache(item, way), lambda wanted: in_wire_names(cache, wanted))
    former = lambda builder: builder.with_cache_stage("ACSPrevious")
    with closing(gateways.cache(builder(), former)) as cache:
        checks.equal(OPERATION, f"{way}: the former version", "first", cache.get_secret_value("conformance/text"))


def caching(checks, kms, way, builder):
    name = f"cache/{way.replace(' ', '-')}"
    kms.create(name, "one")
    with closing(gateways.cache(builder())) as cache:
        first = cache.get_secret_value(name)
        kms.put(name, "two", "v2")
        asked = kms.reads_of(name)
        checks.equal(
            "(cache)", f"{way}: keeps a value", ["one", "one", 1], [first, cache.get_secret_value(name), asked]
        )
        checks.equal("(cache)", f"{way}: is refreshed when asked to", True, cache.refresh_now(name))
        checks.equal("(cache)", f"{way}: has the new value", "two", cache.get_secret_value(name))

        kms.fault({"api": OPERATION, "secretName": name, "code": "Rejected.Throttling", "times": 1})
        kms.put(name, "three", "v3")
        cache.refresh_now(name)
        checks.equal("(cache)", f"{way}: tries again when throttled", "three", cache.get_secret_value(name))

    short = lambda builder: builder.with_secret_ttl(name, 1000)
    with closing(gateways.cache(builder(), short)) as cache:
        before = cache.get_secret_value(name)
        kms.put(name, "four", "v4")
        after = eventually(lambda: cache.get_secret_value(name), "four")
        checks.equal("(cache)", f"{way}: refreshes by its time to live", ["three", "four"], [before, after])

    kms.put(name, json.dumps({"value": 5, "ttl": 1000}), "v5")
    with closing(gateways.cache(builder())) as cache:
        before = json.loads(cache.get_secret_value(name))["value"]
        kms.put(name, json.dumps({"value": 6, "ttl": 3600000}), "v6")
        after = eventually(lambda: json.loads(cache.get_secret_value(name))["value"], 6)
        checks.equal("(cache)", f"{way}: refreshes by the time to live in a value", [5, 6], [before, after])


def rotating(checks, kms, way, builder):
    name = f"rotated/{way.replace(' ', '-')}"
    kms.call(
        "CreateSecret",
        SecretName=name,
        SecretType="Rds",
        VersionId="v1",
        SecretData=json.dumps({"Accounts": [{"AccountName": "app", "AccountPassword": "first"}]}),
        ExtendedConfig=json.dumps({"SecretSubType": "SingleUser", "DBInstanceId": "rm-1"}),
        EncryptionKeyId="key-aes-256",
        DKMSInstanceId=kms.facts.instanceId,
    )
    password = lambda value: json.loads(value)["Accounts"][0]["AccountPassword"]
    with closing(gateways.cache(builder())) as cache:
        info = cache.get_secret_info(name)
        sub_type = json.loads(info.extended_config)["SecretSubType"]
        checks.equal(
            "(rotation)",
            f"{way}: a managed secret",
            ["Rds", "SingleUser", "first"],
            [info.secret_type, sub_type, password(info.secret_value)],
        )
        kms.call("RotateSecret", SecretName=name, VersionId="v2")
        cache.refresh_now(name)
        info = cache.get_secret_info(name)
        changed = password(info.secret_value) != "first"
        checks.equal("(rotation)", f"{way}: its new version", ["v2", True], [info.version_id, changed])


def same_answers(checks, kms, way, builder):
    """As our cache, value by value."""
    cache_of = lambda stage: gateways.cache(builder(), lambda cache_builder: cache_builder.with_cache_stage(stage))
    check_items(checks, theirs(["secretCache"]), cache_of, way)


def told_by_cache(item, way):
    """Without what the cache does not tell."""
    told = {**item, "case": f"{way}: {item['case']}"}
    if "answer" in item:
        told["answer"] = {name: value for name, value in item["answer"].items() if name != "VersionStages"}
    return told


def in_wire_names(cache, item):
    info = cache.get_secret_info(item["request"]["SecretName"])
    return {
        "SecretName": info.secret_name,
        "SecretType": info.secret_type,
        "SecretData": info.secret_value,
        "SecretDataType": info.secret_data_type,
        "VersionId": info.version_id,
    }


def for_others(kms):
    """A secret that the client of the same generation makes."""
    name, value = "python-legacy/for-others", "from Python & 密"
    kms.create(name, value)
    answer = {"SecretName": name, "SecretData": value, "VersionId": "v1"}
    for kind in ("public", "instance"):
        request = {"SecretName": name}
        yield {
            "kind": kind,
            "operation": OPERATION,
            "case": "made by aliyun-python-sdk-kms",
            "request": request,
            "answer": answer,
        }
    with closing(gateways.cache(gateways.by_access_key(kms.facts))) as cache:
        yield handed_over("read by aliyun-secret-manager-client", cache, name)


def environment(checks, facts):
    endpoint = f"{facts.host}:{facts.port}"
    public = {
        "credentials_type": "ak",
        "credentials_access_key_id": facts.accessKeyId,
        "credentials_access_secret": facts.accessKeySecret,
        "cache_client_region_id": json.dumps([{"regionId": facts.regionId, "endpoint": endpoint}]),
    }
    password_file = exchange_file("client-key-password")
    with open(password_file, "w", encoding="ascii") as file:
        file.write(f"{facts.clientKeyPassword}\n")
    instance = {"regionId": facts.regionId, "endpoint": endpoint, "clientKeyFile": facts.clientKeyFile}
    instance = {**instance, "protocol": "https", "passwordFromFilePath": password_file, "caFilePath": facts.caFile}
    for way, variables in (
        ("public gateway", public),
        ("instance gateway", {"cache_client_dkms_config_info": json.dumps([instance])}),
    ):
        with checks.step("(environment)", way), closing(gateways.cache_from_environment(variables)) as cache:
            got = cache.get_secret_value("conformance/text")
            checks.equal("(environment)", way, 'second & 密码 "quoted" + more', got)


def main():
    told = facts()
    checks, kms = Checks(code_of), Writer(told)
    ways = {
        "public gateway": lambda: gateways.by_access_key(told),
        "instance gateway": lambda: gateways.by_instance(told),
        "client key on the public gateway": lambda: gateways.by_client_key_on_public(told),
    }
    for way, builder in ways.items():
        for part in (reading, caching, rotating, same_answers):
            with checks.step("(cache)", f"{way}: {part.__name__}"):
                part(checks, kms, way, builder)
    environment(checks, told)
    hand_over("python-secret-manager", list(for_others(kms)))
    liar = lambda: gateways.cache(gateways.by_access_key(told, "wrong")).get_secret_value("conformance/text")
    checks.refused(OPERATION, "wrong AccessKey secret", "SignatureDoesNotMatch", liar)


main()
