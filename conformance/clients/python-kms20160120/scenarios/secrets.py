"""Secrets: versions, stages, rotation, deletion."""

import base64
import json

from alibabacloud_kms20160120 import models


def run(kms, checks):
    for part in (values, stages, deletion, managed, batch):
        with checks.step("secrets", part.__name__):
            part(kms, checks)


def names(listed):
    return [secret["SecretName"] for secret in listed["SecretList"]["Secret"]]


def values(kms, checks):
    key_id = kms.call("CreateKey", dkmsinstance_id=kms.facts.instanceId)["KeyMetadata"]["KeyId"]
    name, value = "python/text", 'value & 密 + "quoted" %20 ~*'
    created = kms.call(
        "CreateSecret",
        secret_name=name,
        secret_data=value,
        version_id="v1",
        description="from Python",
        encryption_key_id=key_id,
        dkmsinstance_id=kms.facts.instanceId,
        tags=json.dumps([{"TagKey": "team", "TagValue": "orders"}]),
    )
    arn = f"acs:kms:{kms.facts.regionId}:{kms.facts.accountId}:secret/{name}"
    checks.equal("CreateSecret", "tells its ARN", arn, created["Arn"])
    read = kms.call("GetSecretValue", secret_name=name)
    got = [read[field] for field in ("SecretData", "SecretDataType", "SecretType", "VersionId", "VersionStages")]
    checks.equal("GetSecretValue", "text", [value, "text", "Generic", "v1", {"VersionStage": ["ACSCurrent"]}], got)
    told = kms.call("DescribeSecret", secret_name=name, fetch_tags="true")
    got = [told["Description"], told["EncryptionKeyId"], told["DKMSInstanceId"], told["Tags"]]
    tags = {"Tag": [{"TagKey": "team", "TagValue": "orders"}]}
    checks.equal("DescribeSecret", "with its tags", ["from Python", key_id, kms.facts.instanceId, tags], got)
    kms.call("UpdateSecret", secret_name=name, description="other")
    told = kms.call("DescribeSecret", secret_name=name)
    checks.equal("UpdateSecret", "its description", ["other", None], [told["Description"], told.get("Tags")])

    data = base64.b64encode(bytes(range(256))).decode()
    kms.call("CreateSecret", secret_name="python/binary", secret_data=data, secret_data_type="binary", version_id="v1")
    read = kms.call("GetSecretValue", secret_name="python/binary")
    checks.equal("GetSecretValue", "binary", [data, "binary"], [read["SecretData"], read["SecretDataType"]])
    again = lambda: kms.call("CreateSecret", secret_name=name, secret_data="x", version_id="v1")
    checks.refused("CreateSecret", "that is there", "Rejected.ResourceExist", again)
    listed = kms.call("ListSecrets", page_number=1, page_size=100, fetch_tags="true")
    checks.true("ListSecrets", "both", {name, "python/binary"} <= set(names(listed)), listed)
    filters = json.dumps([{"Key": "SecretName", "Values": [name]}])
    checks.equal("ListSecrets", "by name", [name], names(kms.call("ListSecrets", filters=filters)))


def stages(kms, checks):
    name = "python/stages"
    kms.call("CreateSecret", secret_name=name, secret_data="one", version_id="v1")
    put = kms.call("PutSecretValue", secret_name=name, secret_data="two", version_id="v2", secret_data_type="text")
    checks.equal("PutSecretValue", "is current", {"VersionStage": ["ACSCurrent"]}, put["VersionStages"])
    read = lambda **which: kms.call("GetSecretValue", secret_name=name, **which)["SecretData"]
    checks.equal("GetSecretValue", "by stage", ["two", "one"], [read(), read(version_stage="ACSPrevious")])
    checks.equal("GetSecretValue", "by version", "one", read(version_id="v1"))
    kms.call(
        "PutSecretValue", secret_name=name, secret_data="three", version_id="v3", version_stages='["ACSPending","mine"]'
    )
    checks.equal("PutSecretValue", "at stages of one's own", ["three", "two"], [read(version_stage="mine"), read()])
    other = lambda: kms.call("PutSecretValue", secret_name=name, secret_data="other", version_id="v3")
    checks.refused("PutSecretValue", "another value for a version", "Rejected.ResourceExist", other)
    kms.call("UpdateSecretVersionStage", secret_name=name, version_stage="ACSCurrent", move_to_version="v3")
    checks.equal("UpdateSecretVersionStage", "moves", ["three", "two"], [read(), read(version_stage="ACSPrevious")])
    kms.call("UpdateSecretVersionStage", secret_name=name, version_stage="mine", remove_from_version="v3")
    checks.refused(
        "UpdateSecretVersionStage", "removes", "Forbidden.ResourceNotFound", lambda: read(version_stage="mine")
    )
    listed = lambda **which: [
        (version["VersionId"], version["VersionStages"]["VersionStage"])
        for version in kms.call("ListSecretVersionIds", secret_name=name, page_size=100, **which)["VersionIds"][
            "VersionId"
        ]
    ]
    with_stages = {"v2": ["ACSPrevious"], "v3": ["ACSCurrent", "ACSPending"]}
    got = {version: sorted(stages) for version, stages in listed()}
    checks.equal("ListSecretVersionIds", "those with stages", with_stages, got)
    all_versions = {**with_stages, "v1": []}
    got = {version: sorted(stages) for version, stages in listed(include_deprecated="true")}
    checks.equal("ListSecretVersionIds", "those without too", all_versions, got)


def deletion(kms, checks):
    name = "python/deleted"
    kms.call("CreateSecret", secret_name=name, secret_data="x", version_id="v1")
    deleted = kms.call("DeleteSecret", secret_name=name, recovery_window_in_days="7")
    read = lambda: kms.call("GetSecretValue", secret_name=name)["SecretData"]
    checks.refused("GetSecretValue", "of a deleted secret", "Rejected.PendingDeletion", read)
    told = kms.call("DescribeSecret", secret_name=name)["PlannedDeleteTime"]
    checks.equal("DeleteSecret", "tells when", deleted["PlannedDeleteTime"], told)
    kms.call("RestoreSecret", secret_name=name)
    checks.equal("RestoreSecret", "is read again", "x", read())
    kms.call("DeleteSecret", secret_name=name, force_delete_without_recovery="true")
    checks.refused("DeleteSecret", "without recovery", "Forbidden.ResourceNotFound", read)


def managed(kms, checks):
    name = "python/rds"
    config = {"SecretSubType": "SingleUser", "DBInstanceId": "rm-python", "CustomData": {"a": "b"}}
    accounts = json.dumps({"Accounts": [{"AccountName": "app", "AccountPassword": "first"}]})
    kms.call(
        "CreateSecret",
        secret_name=name,
        secret_type="Rds",
        secret_data=accounts,
        version_id="v1",
        extended_config=config,
        enable_automatic_rotation=True,
        rotation_interval="7d",
    )
    read = kms.call("GetSecretValue", secret_name=name, fetch_extended_config=True)
    got = [json.loads(read["ExtendedConfig"]).get(field) for field in config]
    checks.equal("CreateSecret", "with its configuration", list(config.values()), got)
    checks.equal(
        "GetSecretValue",
        "tells its rotation",
        ["Enabled", "604800s"],
        [read["AutomaticRotation"], read["RotationInterval"]],
    )
    rotated = kms.call("RotateSecret", secret_name=name, version_id="v2")
    checks.equal("RotateSecret", "to the version asked for", "v2", rotated["VersionId"])
    password = json.loads(kms.call("GetSecretValue", secret_name=name)["SecretData"])["Accounts"][0]["AccountPassword"]
    checks.true("RotateSecret", "another password", password != "first", password)
    kms.call("UpdateSecretRotationPolicy", secret_name=name, enable_automatic_rotation=True, rotation_interval="6h")
    told = kms.call("DescribeSecret", secret_name=name)
    checks.equal("UpdateSecretRotationPolicy", "of 6 hours", "21600s", told["RotationInterval"])
    kms.advance("7h")
    version = kms.call("GetSecretValue", secret_name=name)["VersionId"]
    checks.true("UpdateSecretRotationPolicy", "rotates by itself", version not in ("v1", "v2"), version)
    custom = models.UpdateSecretRequestExtendedConfig(custom_data={"c": "d"})
    kms.call("UpdateSecret", secret_name=name, extended_config=custom)
    told = json.loads(kms.call("DescribeSecret", secret_name=name)["ExtendedConfig"])
    checks.equal(
        "UpdateSecret", "its configuration", [{"c": "d"}, "rm-python"], [told["CustomData"], told["DBInstanceId"]]
    )
    put = lambda: kms.call("PutSecretValue", secret_name=name, secret_data=accounts, version_id="v9")
    checks.refused("PutSecretValue", "of a managed secret", "UnsupportedOperation", put)


def batch(kms, checks):
    kms.call("CreateSecret", secret_name="python/batch", secret_data="x", version_id="v1")
    entry = models.BatchGetSecretValueRequestSecretsList
    wanted = [entry(secret_name="python/batch", version_stage="ACSCurrent"), entry(secret_name="python/none")]
    read = kms.call("BatchGetSecretValue", secrets_list=wanted)
    got = [(value["SecretName"], value["SecretData"]) for value in read["SecretValues"]]
    checks.equal("BatchGetSecretValue", "what there is", [("python/batch", "x")], got)
    got = [(error["SecretName"], error["Code"], error["HttpStatus"]) for error in read["Errors"]]
    checks.equal("BatchGetSecretValue", "what there is not", [("python/none", "Forbidden.ResourceNotFound", 404)], got)
