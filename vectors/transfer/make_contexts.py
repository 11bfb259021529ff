"""Makes contexts.json: ciphertexts of KMS 1.0's layout, bound to the same EncryptionContext as the official clients do.

    python3 -m venv .venv && .venv/bin/pip install alibabacloud-dkms-transfer-python==0.1.3
    .venv/bin/python make_contexts.py

The other way round than make.py, which has to be run before, this client is an older one; both have packages of the same
names, so they need environments of their own.
"""

import base64
import json
import pathlib

from alibabacloud_dkms_transfer.handlers.kms_transfer_handler import encode_user_encryption_context
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

HERE = pathlib.Path(__file__).parent
KEY, IV = bytes(range(32)), bytes(range(0x40, 0x4C))
PLAINTEXT = "aGVsbG8="

handlers = json.loads((HERE / "handlers.json").read_text())


def of_make(low_version):
    """What alibabacloud-kms-python-sdk 1.1.3 encrypted with a context, in UTF-8."""
    for vector in handlers["vectors"]:
        context = vector["parameters"].get("EncryptionContext")
        if vector["action"] == "Encrypt" and context and vector["lowVersion"] == low_version and vector["encoding"] == "utf-8":
            return context, bytes.fromhex(vector["calls"][0]["message"]["Aad"]["hex"])


context, hexadecimal = of_make(low_version=False)
_, text = of_make(low_version=True)
bindings = [
    ("raw", "alibabacloud-dkms-transfer-python 0.1.3", encode_user_encryption_context(context)),
    ("hex", "alibabacloud-kms-python-sdk 1.1.3", hexadecimal),
    ("json", "alibabacloud-kms-python-sdk 1.1.3, low version", text),
]


def vector(binding, client, aad):
    blob = handlers["keyVersionId"].encode() + IV + AESGCM(KEY).encrypt(IV, PLAINTEXT.encode(), aad)
    return {"binding": binding, "client": client, "aadHex": aad.hex(), "ciphertextBlob": base64.b64encode(blob).decode()}


# Keys that the languages sort differently. Java's is EncryptionContextUtils.sortAndEncode of com.aliyun.kms:kms-transfer-client.
unusual = json.dumps({"\U0001f511": "1", "\ufb00": "2"}, ensure_ascii=False)
orders = [
    ("alibabacloud-dkms-transfer-python 0.1.3", encode_user_encryption_context(unusual).hex()),
    ("kms-transfer-client 0.2.2", "ede1bacbddaec262a94bbd234948204ba902f298ae3507a90f68b7cda32d05d1"),
]

document = {
    "origin": "additional data computed with the clients that are named, sealed with the Python package cryptography 41.0.7",
    "keyBase64": base64.b64encode(KEY).decode(),
    "keyVersionId": handlers["keyVersionId"],
    "encryptionContext": context,
    "plaintext": PLAINTEXT,
    "vectors": [vector(*binding) for binding in bindings],
    "orders": {"encryptionContext": unusual, "aadHex": dict(orders)},
}
(HERE / "contexts.json").write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n")
