"""Errors of an instance in the words of KMS 1.0."""

import json

from alibabacloud_kms_kms20160120.models import KmsRuntimeOptions
from alibabacloud_kms_kms20160120.transfer_client import TransferClient
from Tea.exceptions import TeaException

from asking import ask_public
from connecting import kms_config, new_transfer_client, public_config

REQUEST = {"KeyId": "key-aes-256", "Plaintext": "aGVsbG8="}


def run(kms, admin, checks):
    client = new_transfer_client(kms)
    with open(kms.clientKeyFile, encoding="utf-8") as file:
        content = {**json.load(file), "KeyId": "KAAP.00000000-0000-0000-0000-000000000000"}
    unknown = kms_config(kms)
    unknown.client_key_content, unknown.client_key_file = json.dumps(content), None
    nobody = TransferClient(config=public_config(kms), kms_config=unknown)
    code = "InvalidAccessKeyId.NotFound"
    checks.refused("Encrypt", "unknown client key", code, lambda: ask_public(nobody, "Encrypt", REQUEST))
    once = KmsRuntimeOptions(autoretry=False, ca=kms.caFile)
    words = {
        "Rejected.Throttling": "QPS Limit Exceeded",
        "Forbidden.NoPermission": "This operation is forbidden by permission system.",
        "InternalFailure": "Internal Failure",
    }
    for code, message in words.items():
        admin.fault({"api": "AdvanceEncrypt", "code": code, "times": 1})
        try:
            got = ask_public(client, "Encrypt", REQUEST, once)
        except TeaException as error:
            got = [error.code, error.message]
        checks.equal("Encrypt", f"words of {code}", [code, message], got)
