"""The older transfer client for Python: calls of KMS 1.0 at the gateway of an instance, or at the public one."""

import base64
import hashlib

from asking import Asking, code_of, has
from checks import Checks, facts, hand_over, theirs

CONTEXT = {"app": "a&b=c", "tenant": "42", "密": "钥"}
REVERSED = dict(reversed(CONTEXT.items()))
PLAINTEXT = base64.b64encode(b"hello from the older client in Python").decode()
DIGEST = base64.b64encode(hashlib.sha256(b"message").digest()).decode()
KINDS = ("transfer", "transferLow", "public")

checks = Checks(code_of)
asking = Asking(facts())


def transfer(operation, **fields):
    return asking.call("transfer", operation, fields)


def opening(kind, case, sealed, plaintext, context=None):
    request = {"CiphertextBlob": sealed["CiphertextBlob"], **({"EncryptionContext": context} if context else {})}
    answer = {"KeyId": sealed["KeyId"], "Plaintext": plaintext}
    item = {"kind": kind, "operation": "Decrypt", "case": case, "request": request, "answer": answer}
    return {**item, "binding": "raw"} if context and kind != "public" else item


def ciphertexts(key):
    """With a context, and without."""
    for name, context in (("text", None), ("context", CONTEXT)):
        fields = {"KeyId": key, **({"EncryptionContext": context} if context else {})}
        encrypted = transfer("Encrypt", Plaintext=PLAINTEXT, **fields)
        data_key = transfer("GenerateDataKey", KeySpec="AES_128", **fields)
        both = transfer("GenerateDataKey", KeySpec="SM4_128", NumberOfBytes=16, **fields)
        for kind in KINDS:
            again = context and REVERSED
            yield opening(kind, f"{key}, {name}", encrypted, PLAINTEXT, again)
            yield opening(kind, f"{key}, data key with {name}", data_key, data_key["Plaintext"], again)
            yield opening(kind, f"{key}, data key by both lengths with {name}", both, both["Plaintext"], again)


def signature():
    version = transfer("DescribeKey", KeyId="key-ec-p256")["KeyMetadata"]["PrimaryKeyVersion"]
    request = {"KeyId": "key-ec-p256", "KeyVersionId": version, "Algorithm": "ECDSA_SHA_256", "Digest": DIGEST}
    request["Value"] = transfer("AsymmetricSign", **request)["Value"]
    for kind in ("transfer", "public"):
        yield {"kind": kind, "operation": "AsymmetricVerify", "case": "of an EC key", "request": request, "answer": {"Value": True}}


for item in theirs(KINDS, binding="raw"):
    if has(item["operation"]) and "encoding" not in item:
        checks.item(item, asking.item)
made = []
with checks.step("(exchange)", "things of its own"):
    made = [item for key in ("key-aes-256", "key-rotated", "key-sm4") for item in ciphertexts(key)]
    made += signature()
hand_over("python-dkms-transfer", made)
for kind in ("transfer", "public"):
    both = {"KeyId": "key-sm4", "KeySpec": "SM4_128", "NumberOfBytes": 16}
    with checks.step("GenerateDataKey", f"{kind}: NumberOfBytes beside an unknown KeySpec"):
        length = len(base64.b64decode(asking.call(kind, "GenerateDataKey", both)["Plaintext"]))
        checks.equal("GenerateDataKey", f"{kind}: NumberOfBytes beside an unknown KeySpec", 16, length)
for binding in ("hex", "json"):
    bound = next(item for item in theirs(["transfer"], binding) if item.get("binding") == binding)
    case = f"context bound as {binding}, which this client does not know"
    checks.refused("Decrypt", case, "InvalidParameter", lambda: asking.item(bound))
