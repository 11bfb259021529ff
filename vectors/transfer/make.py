"""Makes handlers.json: what the handlers of the official TransferClient for Python make of calls of KMS 1.0.

    python3 -m venv .venv && .venv/bin/pip install -r requirements.txt
    .venv/bin/python make.py

They are given an instance client that writes down what it is asked and answers what is written here.
"""

import json
import pathlib
from types import SimpleNamespace

from alibabacloud_kms_kms20160120.models import KmsConfig, KmsRuntimeOptions
from alibabacloud_kms_kms20160120.transfer_client import TransferClient
from alibabacloud_tea_openapi import models as openapi_models

HERE = pathlib.Path(__file__).parent
VERSION = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
IV = bytes(range(0x40, 0x4C))
SEALED = bytes(range(0x80, 0xA8))
DATA_KEY = bytes(range(32))
BLOB = VERSION.encode() + IV + SEALED
KEY = {"KeyId": "key-1", "RequestId": "request-1"}
SECRET = {
    "SecretName": "app/db", "SecretType": "Generic", "SecretData": "密", "SecretDataType": "text", "VersionStages": ["ACSCurrent", "blue"],
    "VersionId": "v1", "CreateTime": "2026-01-01T00:00:00Z", "RequestId": "request-1", "LastRotationDate": "2026-01-02T00:00:00Z",
    "NextRotationDate": "2026-02-02T00:00:00Z", "ExtendedConfig": "{}", "AutomaticRotation": "Enabled", "RotationInterval": "604800s",
}
ANSWERS = {
    "AdvanceEncrypt": {**KEY, "Iv": IV, "CiphertextBlob": b"\x24\x00\x02" + BLOB, "KeyVersionId": VERSION},
    "AdvanceDecrypt": {**KEY, "Plaintext": "hello 密".encode(), "KeyVersionId": VERSION},
    "AdvanceGenerateDataKey": {**KEY, "Iv": IV, "Plaintext": DATA_KEY, "CiphertextBlob": b"never used", "KeyVersionId": VERSION},
    "Encrypt": {**KEY, "Iv": IV, "CiphertextBlob": SEALED},
    "Decrypt": {**KEY, "Plaintext": "hello 密".encode()},
    "GenerateDataKey": {**KEY, "Iv": IV, "Plaintext": DATA_KEY, "CiphertextBlob": b"never used"},
    "Sign": {**KEY, "Signature": SEALED},
    "Verify": {**KEY, "Value": True},
    "GetPublicKey": {**KEY, "PublicKey": "-----BEGIN PUBLIC KEY-----"},
    "GetSecretValue": SECRET,
}
CONTEXT = json.dumps({"tenant": "42", "App": "a&b=c", "app": "密", "empty": ""}, ensure_ascii=False, separators=(",", ":"))
BLOB64 = "NmJhN2I4MTAtOWRhZC0xMWQxLTgwYjQtMDBjMDRmZDQzMGM4QEFCQ0RFRkdISUpLgIGCg4SFhoeIiYqLjI2Oj5CRkpOUlZaXmJmam5ydnp+goaKjpKWmpw=="
CALLS = [
    ("Encrypt", {"KeyId": "alias/app", "Plaintext": "aGVsbG8="}),
    ("Encrypt", {"KeyId": "alias/app", "Plaintext": "密", "EncryptionContext": CONTEXT}),
    ("Decrypt", {"CiphertextBlob": BLOB64}),
    ("Decrypt", {"CiphertextBlob": BLOB64, "EncryptionContext": CONTEXT}),
    ("GenerateDataKey", {"KeyId": "key-1"}),
    ("GenerateDataKey", {"KeyId": "key-1", "KeySpec": "AES_128", "EncryptionContext": CONTEXT}),
    ("GenerateDataKey", {"KeyId": "key-1", "KeySpec": "AES_128", "NumberOfBytes": 100}),
    ("GenerateDataKeyWithoutPlaintext", {"KeyId": "key-1", "KeySpec": "AES_256", "EncryptionContext": CONTEXT}),
    ("AsymmetricEncrypt", {"KeyId": "key-1", "KeyVersionId": VERSION, "Plaintext": "aGVsbG8=", "Algorithm": "RSAES_OAEP_SHA_256"}),
    ("AsymmetricDecrypt", {"KeyId": "key-1", "KeyVersionId": VERSION, "CiphertextBlob": "gIGC", "Algorithm": "SM2PKE"}),
    ("AsymmetricSign", {"KeyId": "key-1", "KeyVersionId": VERSION, "Digest": "ZGlnZXN0", "Algorithm": "ECDSA_SHA_256"}),
    ("AsymmetricVerify", {"KeyId": "key-1", "KeyVersionId": VERSION, "Digest": "ZGlnZXN0", "Value": "gIGC", "Algorithm": "ECDSA_SHA_256"}),
    ("GetPublicKey", {"KeyId": "key-1", "KeyVersionId": VERSION}),
    ("GetSecretValue", {"SecretName": "app/db", "VersionStage": "blue", "FetchExtendedConfig": True}),
]


def pascal(name):
    return "".join(part.title() for part in name.split("_"))


def snake(name):
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


def shown(value):
    return {"hex": value.hex()} if isinstance(value, bytes) else value


class Recorder:
    """In the place of the client of the instance."""

    def __init__(self):
        self.asked = []

    def __getattr__(self, name):
        api = pascal(name.removesuffix("_with_options"))

        def call(request, _runtime):
            fields = {pascal(field): value for field, value in vars(request).items() if value is not None}
            headers = fields.pop("RequestHeaders", None)
            asked = {"api": api, "message": {field: shown(value) for field, value in sorted(fields.items())}}
            self.asked.append({**asked, **({"headers": headers} if headers else {})})
            answer = {snake(field): value for field, value in ANSWERS[api].items()}
            return SimpleNamespace(**answer, response_headers={"x-kms-migrationkeyversionid": VERSION})

        return call


def vector(low, encoding, action, parameters):
    config = KmsConfig(
        client_key_id="KAAP.test", private_key=(HERE / "../client-key/rsa-2048.pkcs8.pem").read_text(), endpoint="kst-1", protocol="https",
        encoding=encoding, force_low_version_crypto_transfer=low,
    )
    # With kms_config alone it does not look at encoding and force_low_version_crypto_transfer.
    public = openapi_models.Config(access_key_id="a", access_key_secret="b", region_id="cn-hangzhou")
    client = TransferClient(config=public, kms_config=config)
    handler = client.handlers[action]
    handler.client = Recorder()
    answer = handler.handler_kms_request_with_options(openapi_models.OpenApiRequest(query=parameters), KmsRuntimeOptions())
    return {
        "action": action, "lowVersion": low, "encoding": encoding, "parameters": parameters, "calls": handler.client.asked, "body": answer["body"],
    }


vectors = [vector(low, "utf-8", action, parameters) for low in (False, True) for action, parameters in CALLS]
vectors += [vector(low, "gbk", "Encrypt", {"KeyId": "key-1", "Plaintext": "密钥", "EncryptionContext": CONTEXT}) for low in (False, True)]
answers = {api: {field: shown(value) for field, value in answer.items()} for api, answer in ANSWERS.items()}
origin = "computed with the Python package alibabacloud-kms-python-sdk 1.1.3"
text = json.dumps({"origin": origin, "keyVersionId": VERSION, "answers": answers, "vectors": vectors}, indent=2, ensure_ascii=False)
(HERE / "handlers.json").write_text(text + "\n")
