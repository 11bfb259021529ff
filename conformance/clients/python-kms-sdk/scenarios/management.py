"""Management of keys and secrets, in the names of the wire."""

import base64
import json

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_public_key

NAME = "python-sdk"
OAEP = padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), None)


def run(call, kms, checks):
    for part in (keys, versions, aliases, tags, material, secrets, managed_secret, shared_cryptography):
        with checks.step(f"({part.__name__})", "goes on to its end"):
            part(call, kms, checks)


def keys(call, kms, checks):
    request = {"Description": "密 & +*~", "DKMSInstanceId": kms.instanceId, "KeySpec": "Aliyun_AES_256"}
    key = {"KeyId": call("CreateKey", request)["KeyMetadata"]["KeyId"]}

    def told(name):
        return call("DescribeKey", key)["KeyMetadata"].get(name)

    checks.equal("CreateKey", "description", request["Description"], told("Description"))
    call("DisableKey", key)
    checks.equal("DisableKey", "state", "Disabled", told("KeyState"))
    call("EnableKey", key)
    checks.equal("EnableKey", "state", "Enabled", told("KeyState"))
    call("UpdateKeyDescription", {**key, "Description": "other"})
    checks.equal("UpdateKeyDescription", "description", "other", told("Description"))
    call("UpdateRotationPolicy", {**key, "EnableAutomaticRotation": True, "RotationInterval": "30d"})
    checks.equal("UpdateRotationPolicy", "interval", "2592000s", told("RotationInterval"))
    protected = {"ProtectedResourceArn": told("Arn"), "EnableDeletionProtection": True}
    call("SetDeletionProtection", protected)
    schedule = {**key, "PendingWindowInDays": 7}
    checks.refused("ScheduleKeyDeletion", "protected", "Rejected.DeletionProtection", lambda: call("ScheduleKeyDeletion", schedule))
    call("SetDeletionProtection", {**protected, "EnableDeletionProtection": False})
    checks.equal("SetDeletionProtection", "off", "Disabled", told("DeletionProtection"))
    call("ScheduleKeyDeletion", schedule)
    checks.equal("ScheduleKeyDeletion", "state", "PendingDeletion", told("KeyState"))
    call("CancelKeyDeletion", key)
    checks.equal("CancelKeyDeletion", "state", "Enabled", told("KeyState"))
    listed = call("ListKeys", {"PageNumber": 1, "PageSize": 100})["Keys"]["Key"]
    checks.equal("ListKeys", "has it", True, key["KeyId"] in [entry["KeyId"] for entry in listed])
    policy = json.loads(call("GetKeyPolicy", {**key, "PolicyName": "default"})["Policy"])
    call("SetKeyPolicy", {**key, "PolicyName": "default", "Policy": json.dumps(policy)})
    read_again = json.loads(call("GetKeyPolicy", {**key, "PolicyName": "default"})["Policy"])
    checks.equal("SetKeyPolicy", "is read again", policy["Statement"], read_again["Statement"])


def versions(call, kms, checks):
    request = {"KeySpec": "EC_P256", "KeyUsage": "SIGN/VERIFY", "DKMSInstanceId": kms.instanceId}
    key = {"KeyId": call("CreateKey", request)["KeyMetadata"]["KeyId"]}
    listed = call("ListKeyVersions", {**key, "PageNumber": 1, "PageSize": 10})["KeyVersions"]["KeyVersion"]
    version = {**key, "KeyVersionId": listed[0]["KeyVersionId"]}
    checks.equal("DescribeKeyVersion", "as listed", listed[0], call("DescribeKeyVersion", version)["KeyVersion"])
    checks.refused("CreateKeyVersion", "within 7 days", "Rejected.LimitExceeded", lambda: call("CreateKeyVersion", key))
    public_key = call("GetPublicKey", version)["PublicKey"]
    checks.equal("GetPublicKey", "PEM", "-----BEGIN PUBLIC KEY-----", public_key.split("\n")[0])


def aliases(call, kms, checks):
    alias = {"AliasName": f"alias/{NAME}"}
    call("CreateAlias", {**alias, "KeyId": "key-aes-128"})
    call("UpdateAlias", {**alias, "KeyId": "key-aes-192"})
    listed = call("ListAliasesByKeyId", {"KeyId": "key-aes-192"})["Aliases"]["Alias"]
    checks.equal("UpdateAlias", "is the other key's", [alias["AliasName"]], [entry["AliasName"] for entry in listed])
    everything = call("ListAliases", {"PageNumber": 1, "PageSize": 10})["Aliases"]["Alias"]
    checks.equal("ListAliases", "has it", True, alias["AliasName"] in [entry["AliasName"] for entry in everything])
    call("DeleteAlias", alias)
    checks.refused("DeleteAlias", "again", "Forbidden.AliasNotFound", lambda: call("DeleteAlias", alias))


def tags(call, kms, checks):
    key = {"KeyId": "key-sm4"}
    call("TagResource", {**key, "Tags": '[{"TagKey":"team","TagValue":"b+c"}]'})
    found = call("ListResourceTags", key)["Tags"]["Tag"]
    checks.equal("TagResource", "is listed", [("team", "b+c")], [(tag["TagKey"], tag["TagValue"]) for tag in found])
    call("UntagResource", {**key, "TagKeys": '["team"]'})
    checks.equal("UntagResource", "is gone", [], call("ListResourceTags", key)["Tags"]["Tag"])
    resources = {"RegionId": kms.regionId, "ResourceType": "key", "ResourceId": ["key-sm4"]}
    call("TagResources", {**resources, "Tag": [{"Key": "a:b", "Value": "c@d"}]})
    found = call("ListTagResources", resources)["TagResources"]["TagResource"]
    checks.equal("TagResources", "is listed", [("a:b", "c@d")], [(tag["TagKey"], tag["TagValue"]) for tag in found])
    call("UntagResources", {**resources, "TagKey": ["a:b"]})
    checks.equal("UntagResources", "is gone", [], call("ListTagResources", resources)["TagResources"]["TagResource"])


def material(call, kms, checks):
    key = {"KeyId": call("CreateKey", {"Origin": "EXTERNAL"})["KeyMetadata"]["KeyId"]}
    wrapping = {"WrappingAlgorithm": "RSAES_OAEP_SHA_256", "WrappingKeySpec": "RSA_2048"}
    got = call("GetParametersForImport", {**key, **wrapping})
    wrapped = load_der_public_key(base64.b64decode(got["PublicKey"])).encrypt(bytes(range(32)), OAEP)
    imported = {"EncryptedKeyMaterial": base64.b64encode(wrapped).decode(), "KeyMaterialExpireUnix": 0}
    call("ImportKeyMaterial", {**key, **imported, "ImportToken": got["ImportToken"]})
    state = lambda: call("DescribeKey", key)["KeyMetadata"]["KeyState"]
    checks.equal("ImportKeyMaterial", "state", "Enabled", state())
    call("DeleteKeyMaterial", key)
    checks.equal("DeleteKeyMaterial", "state", "PendingImport", state())


def secrets(call, kms, checks):
    secret = {"SecretName": f"{NAME}/one"}
    place = {"EncryptionKeyId": "key-aes-256", "DKMSInstanceId": kms.instanceId}
    call("CreateSecret", {**secret, "SecretData": "first & 密", "VersionId": "v1", **place})
    call("PutSecretValue", {**secret, "SecretData": "second", "VersionId": "v2"})
    value = lambda: call("GetSecretValue", secret)["SecretData"]
    checks.equal("PutSecretValue", "value", "second", value())
    call("UpdateSecretVersionStage", {**secret, "VersionStage": "ACSCurrent", "MoveToVersion": "v1"})
    checks.equal("UpdateSecretVersionStage", "value", "first & 密", value())
    call("UpdateSecret", {**secret, "Description": "new"})
    described = call("DescribeSecret", {**secret, "FetchTags": "true"})
    checks.equal("UpdateSecret", "description", "new", described["Description"])
    found = call("ListSecretVersionIds", {**secret, "IncludeDeprecated": "true"})["VersionIds"]["VersionId"]
    checks.equal("ListSecretVersionIds", "versions", ["v1", "v2"], sorted(entry["VersionId"] for entry in found))
    listed = call("ListSecrets", {"PageNumber": 1, "PageSize": 100})["SecretList"]["Secret"]
    checks.equal("ListSecrets", "has it", True, secret["SecretName"] in [entry["SecretName"] for entry in listed])
    policy = call("GetSecretPolicy", {**secret, "PolicyName": "default"})["Policy"]
    call("SetSecretPolicy", {**secret, "PolicyName": "default", "Policy": policy})
    checks.equal("SetSecretPolicy", "value", "first & 密", value())
    call("DeleteSecret", {**secret, "RecoveryWindowInDays": "7"})
    checks.refused("DeleteSecret", "value", "Rejected.PendingDeletion", value)
    call("RestoreSecret", secret)
    checks.equal("RestoreSecret", "value", "first & 密", value())
    password = call("GetRandomPassword", {"PasswordLength": "12"})["RandomPassword"]
    checks.equal("GetRandomPassword", "characters", 12, len(password))


def managed_secret(call, kms, checks):
    config = {"SecretSubType": "DoubleUsers", "DBInstanceId": "rm-1", "CustomData": {}}
    secret = {"SecretName": f"{NAME}/rds", "SecretType": "Rds", "ExtendedConfig": config}
    place = {"EncryptionKeyId": "key-aes-256", "DKMSInstanceId": kms.instanceId}
    accounts = {"Accounts": [{"AccountName": "app", "AccountPassword": "A1!pass-word"}]}
    call("CreateSecret", {**secret, "SecretData": json.dumps(accounts), "VersionId": "v1", **place})
    name = {"SecretName": secret["SecretName"]}
    before = call("GetSecretValue", name)["VersionId"]
    call("RotateSecret", {**name, "VersionId": "v2"})
    checks.equal("RotateSecret", "another version", True, call("GetSecretValue", name)["VersionId"] != before)
    call("UpdateSecretRotationPolicy", {**name, "EnableAutomaticRotation": True, "RotationInterval": "7d"})
    checks.equal("UpdateSecretRotationPolicy", "interval", "604800s", call("DescribeSecret", name)["RotationInterval"])


def shared_cryptography(call, kms, checks):
    key = {"KeyId": "key-aes-256"}
    sealed = call("GenerateDataKeyWithoutPlaintext", {**key, "NumberOfBytes": 16})["CiphertextBlob"]
    moved = call("ReEncrypt", {"CiphertextBlob": sealed, "DestinationKeyId": "key-aes-256"})
    checks.equal("ReEncrypt", "key", key["KeyId"], moved["KeyId"])
    recipient = rsa.generate_private_key(65537, 2048)
    der = recipient.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    to = {"PublicKeyBlob": base64.b64encode(der).decode(), "WrappingAlgorithm": "RSAES_OAEP_SHA_256", "WrappingKeySpec": "RSA_2048"}
    made = call("GenerateAndExportDataKey", {**key, "KeySpec": "AES_256", **to})
    first = recipient.decrypt(base64.b64decode(made["ExportedDataKey"]), OAEP)
    again = call("ExportDataKey", {"CiphertextBlob": made["CiphertextBlob"], **to})
    checks.equal("ExportDataKey", "the same data key", first, recipient.decrypt(base64.b64decode(again["ExportedDataKey"]), OAEP))
    checks.equal("GenerateAndExportDataKey", "bytes", 32, len(first))
