"""The Encryption SDK for Python: reads what our envelope writes, and hands over a message of each algorithm it has."""

import base64
from functools import partial

import aliyun_encryption_sdk.kms.kms as encryption_kms
from aliyun_encryption_sdk.client import AliyunCrypto
from aliyun_encryption_sdk.kms import AliyunConfig
from aliyun_encryption_sdk.model import Algorithm
from aliyun_encryption_sdk.provider.default import DefaultDataKeyProvider
from aliyunsdkcore.client import AcsClient
from aliyunsdkcore.profile import region_provider
from checks import Checks, facts, hand_over, theirs

NAME = "python-encryption-sdk"
CONTEXTS = {"no context": {}, "a context": {"k": "v", "～": "order of UTF-8", "😀": ""}}

kms = facts()
# It knows the hosts of the cloud only, and its own list of CAs.
region_provider.modify_point("Kms", kms.regionId, f"{kms.host}:{kms.port}")
encryption_kms.AcsClient = partial(AcsClient, verify=kms.caFile)
crypto = AliyunCrypto(AliyunConfig(kms.accessKeyId, kms.accessKeySecret))


def code_of(error):
    """It has no codes: whatever it raises for a changed message is a refusal."""
    return "Envelope.IntegrityFailed" if type(error).__name__ == "InvalidTag" else None


def ask(item):
    request = item["request"]
    provider = DefaultDataKeyProvider(request["KeyArn"])
    plaintext, material = crypto.decrypt(provider, base64.b64decode(request["Message"]["base64"]))
    found = material.cipher_header.encryption_context
    if found != request["EncryptionContext"]:
        raise ValueError(f"it found the context {found}")
    return {"Plaintext": {"base64": base64.b64encode(plaintext).decode()}}


def messages(arns):
    for algorithm in Algorithm:
        for what, context in CONTEXTS.items():
            provider = DefaultDataKeyProvider(arns[0], algorithm=algorithm)
            provider.add_multi_cmk_id(arns[1:])
            # Whole blocks, as CBC without padding wants them.
            plaintext = bytes(range(256)) * 3
            message, _ = crypto.encrypt(provider, plaintext, context)
            for arn in arns:
                yield {
                    "kind": "envelope",
                    "operation": "Envelope",
                    "case": f"{algorithm.name}, {what}, opened with {arn.rsplit('/', 1)[1]}",
                    "request": {
                        "KeyArn": arn,
                        "Message": {"base64": base64.b64encode(message).decode()},
                        "EncryptionContext": context,
                    },
                    "answer": {"Plaintext": {"base64": base64.b64encode(plaintext).decode()}},
                }


def main():
    checks = Checks(code_of)
    items = theirs(("envelope",))
    for item in items:
        checks.item(item, ask)
    first = items[0]["request"]["KeyArn"]
    second = first.rsplit("/", 1)[0] + "/key-aes-128"
    hand_over(NAME, list(messages([first, second])))


main()
