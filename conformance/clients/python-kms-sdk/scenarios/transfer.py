"""Calls of KMS 1.0: what is made here is for our TransferClient, in both modes, and for the public gateway."""

import base64
import hashlib

from connecting import runtime_options
from scenarios.instance import ASYMMETRIC, SIGNERS

CONTEXT = {"app": "a&b=c", "tenant": "42"}
REVERSED = {"tenant": "42", "app": "a&b=c"}
DIGEST = base64.b64encode(hashlib.sha256(b"message").digest()).decode()
PLAINTEXT = base64.b64encode(b"hello from a TransferClient in Python").decode()
EVERYWHERE = ("transfer", "transferLow", "public")


def item(kind, operation, case, request, answer):
    return {"kind": kind, "operation": operation, "case": case, "request": request, "answer": answer}


def opening(kind, case, answer, plaintext, **more):
    request = {"CiphertextBlob": answer["CiphertextBlob"], **more}
    return item(kind, "Decrypt", case, request, {"KeyId": answer["KeyId"], "Plaintext": plaintext})


def made(call, low):
    for key in ("key-aes-256", "key-rotated"):
        yield from ciphertexts(call, key, low)
    for key, algorithm in ASYMMETRIC:
        yield from asymmetric(call, key, algorithm)
    for key, algorithm in SIGNERS:
        yield from signatures(call, key, algorithm)


def ciphertexts(call, key, low):
    """Without a context they decrypt everywhere; with one, where its binding is known."""
    bound = call("Encrypt", {"KeyId": key, "Plaintext": PLAINTEXT, "EncryptionContext": CONTEXT})
    # In the low mode it is the text, of which the order counts.
    context = CONTEXT if low else REVERSED
    yield opening("public", f"{key}, context", bound, PLAINTEXT, EncryptionContext=context)
    for kind in ("transfer", "transferLow"):
        opened = opening(kind, f"{key}, context", bound, PLAINTEXT, EncryptionContext=context)
        yield {**opened, "binding": "json" if low else "hex"}
    plain = call("Encrypt", {"KeyId": key, "Plaintext": PLAINTEXT})
    data_key = call("GenerateDataKey", {"KeyId": key, "KeySpec": "AES_128"})
    sealed = call("GenerateDataKeyWithoutPlaintext", {"KeyId": key, "NumberOfBytes": 24})
    unsealed = call("Decrypt", {"CiphertextBlob": sealed["CiphertextBlob"]})["Plaintext"]
    for kind in EVERYWHERE:
        yield opening(kind, f"{key}, text", plain, PLAINTEXT)
        yield opening(kind, f"{key}, data key", data_key, data_key["Plaintext"])
        yield opening(kind, f"{key}, sealed data key", sealed, unsealed)


def encoded(methods, kms):
    """Text in another encoding; of UTF-16 this client garbles its own base64."""
    for encoding, text in (("gbk", "密钥"), ("big5", "密鑰"), ("shift_jis", "鍵"), ("latin1", "clé")):
        given = {"encoding": encoding}
        options = runtime_options(kms, given)
        sealed = methods.public("Encrypt", {"KeyId": "key-aes-256", "Plaintext": text}, *options)
        for kind in ("transfer", "transferLow"):
            yield {**opening(kind, f"text in {encoding}", sealed, text), **given}


def asymmetric(call, key, algorithm):
    request = {"KeyId": key, "KeyVersionId": primary(call, key), "Algorithm": algorithm}
    sealed = call("AsymmetricEncrypt", {**request, "Plaintext": PLAINTEXT})["CiphertextBlob"]
    for kind in ("transfer", "public"):
        answer = {"KeyId": key, "Plaintext": PLAINTEXT}
        yield item(kind, "AsymmetricDecrypt", f"{key}, {algorithm}", {**request, "CiphertextBlob": sealed}, answer)


def signatures(call, key, algorithm):
    request = {"KeyId": key, "KeyVersionId": primary(call, key), "Algorithm": algorithm, "Digest": DIGEST}
    signed = {**request, "Value": call("AsymmetricSign", request)["Value"]}
    other = {**signed, "Digest": base64.b64encode(bytes(32)).decode()}
    public = {"KeyId": key, "KeyVersionId": request["KeyVersionId"]}
    public_key = call("GetPublicKey", public)["PublicKey"]
    for kind in ("transfer", "public"):
        yield item(kind, "AsymmetricVerify", f"{key}, {algorithm}, right", signed, {"KeyId": key, "Value": True})
        yield item(kind, "AsymmetricVerify", f"{key}, {algorithm}, another digest", other, {"Value": False})
        yield item(kind, "GetPublicKey", key, public, {"KeyId": key, "PublicKey": public_key})


def primary(call, key):
    return call("DescribeKey", {"KeyId": key})["KeyMetadata"]["PrimaryKeyVersion"]


def run(call, checks):
    """What only this client sees."""
    key = "key-aes-256"
    for request, length in (({}, 32), ({"KeySpec": "AES_256"}, 32), ({"KeySpec": "AES_128"}, 16), ({"NumberOfBytes": 7}, 7)):
        answer = call("GenerateDataKey", {"KeyId": key, **request})
        checks.equal("GenerateDataKey", f"bytes of {request}", length, len(base64.b64decode(answer["Plaintext"])))
        checks.equal("GenerateDataKey", f"key version of {request}", primary(call, key), answer["KeyVersionId"])
    encrypted = call("Encrypt", {"KeyId": "alias/conformance", "Plaintext": PLAINTEXT})
    checks.equal("Encrypt", "by alias", [key, primary(call, key)], [encrypted["KeyId"], encrypted["KeyVersionId"]])
    blob = base64.b64decode(encrypted["CiphertextBlob"])
    checks.equal("Encrypt", "begins with the key version", encrypted["KeyVersionId"].encode(), blob[:36])
    for operation, name in (("Encrypt", "Plaintext"), ("Decrypt", "CiphertextBlob"), ("AsymmetricSign", "Digest")):
        checks.refused(operation, f"without {name}", "MissingParameter", lambda: call(operation, {"KeyId": key}))
    wrong_spec = {"KeyId": key, "KeySpec": "AES_512"}
    checks.refused("GenerateDataKey", "unknown KeySpec", "InvalidParam", lambda: call("GenerateDataKey", wrong_spec))
    asymmetric_key = {"KeyId": "key-sm2", "Algorithm": "SM2PKE", "CiphertextBlob": PLAINTEXT}
    checks.refused("AsymmetricDecrypt", "of nonsense", "InvalidParameter", lambda: call("AsymmetricDecrypt", asymmetric_key))
