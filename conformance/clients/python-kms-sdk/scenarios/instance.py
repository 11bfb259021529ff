"""Cryptography at the gateway of an instance: what is made here is for our clients to read."""

import hashlib
import os

from asking import as_bytes, as_item

PLAINTEXT = as_item("hello from Python: 密钥, \0 and 🔑".encode())
BINARY = as_item(bytes([0, 255, 128, 10, 13]))
BLOCKS = as_item(bytes(32))
MODES = ("GCM", "CBC", "ECB")
CIPHERS = [(f"key-aes-{bits}", f"AES_{mode}") for bits in (128, 192, 256) for mode in MODES] + [
    ("key-sm4", f"SM4_{mode}") for mode in MODES
]
SYMMETRIC = ("key-aes-128", "key-aes-192", "key-aes-256", "key-rotated", "key-sm4")
ASYMMETRIC = [
    (f"key-rsa-{bits}", f"RSAES_OAEP_{name}") for bits in (2048, 3072, 4096) for name in ("SHA_256", "SHA_1")
] + [("key-sm2", "SM2PKE")]
SIGNERS = [
    (f"key-rsa-{bits}-sign", f"RSA_{name}_SHA_256") for bits in (2048, 3072, 4096) for name in ("PSS", "PKCS1")
] + [("key-ec-p256", "ECDSA_SHA_256"), ("key-ec-p256k", "ECDSA_SHA_256"), ("key-sm2-sign", "SM2DSA")]
PAIR_SPECS = ("RSA_2048", "EC_P256", "EC_P256K", "EC_SM2")
PAIR_OPERATIONS = (("GenerateDataKeyPair", "Decrypt"), ("AdvanceGenerateDataKeyPair", "AdvanceDecrypt"))


def opening(case, operation, answer, plaintext, **more):
    """The call that opens what an operation answered."""
    names = ("KeyId", "CiphertextBlob", "Iv", "Algorithm", "PaddingMode")
    request = {name: answer[name] for name in names if answer.get(name)}
    return {
        "kind": "instance",
        "operation": operation,
        "case": case,
        "request": {**request, **more},
        "answer": {"KeyId": answer["KeyId"], "Plaintext": plaintext},
    }


def made(call):
    return [*ciphertexts(call), *data_keys(call), *key_pairs(call), *signatures(call), *public_keys(call)]


def ciphertexts(call):
    for key, algorithm in CIPHERS:
        cases = [("text", {"Plaintext": PLAINTEXT}, {})]
        if algorithm.endswith("GCM"):
            cases.append(("binary aad", {"Plaintext": PLAINTEXT}, {"Aad": BINARY}))
            cases.append(("own iv", {"Plaintext": BINARY, "Iv": as_item(os.urandom(12))}, {}))
        else:
            cases.append(("not padded", {"Plaintext": BLOCKS, "PaddingMode": "NO_PADDING"}, {}))
        for case, request, more in cases:
            answer = call("Encrypt", {"KeyId": key, "Algorithm": algorithm, **request, **more})
            yield opening(f"{key}, {algorithm}, {case}", "Decrypt", answer, request["Plaintext"], **more)
    for key in SYMMETRIC:
        for case, more in (("text", {}), ("binary aad", {"Aad": BINARY})):
            answer = call("AdvanceEncrypt", {"KeyId": key, "Plaintext": PLAINTEXT, **more})
            yield opening(f"{key}, {case}", "AdvanceDecrypt", answer, PLAINTEXT, **more)
            del answer["KeyId"], answer["Algorithm"]
            yield {
                **opening(f"{key}, {case}, by its ciphertext alone", "AdvanceDecrypt", {**answer, "KeyId": key}, PLAINTEXT),
                "request": {"CiphertextBlob": answer["CiphertextBlob"], **more},
            }
    for key, algorithm in ASYMMETRIC:
        answer = call("Encrypt", {"KeyId": key, "Algorithm": algorithm, "Plaintext": BINARY})
        yield opening(f"{key}, {algorithm}", "Decrypt", {**answer, "Algorithm": algorithm}, BINARY)


def data_keys(call):
    for key in SYMMETRIC:
        for operation, opener in (("GenerateDataKey", "Decrypt"), ("AdvanceGenerateDataKey", "AdvanceDecrypt")):
            if (key, operation) == ("key-rotated", "GenerateDataKey"):
                continue  # Its ciphertext does not tell the version, so it does not decrypt after a rotation.
            answer = call(operation, {"KeyId": key, "NumberOfBytes": 24, "Aad": BINARY})
            yield opening(f"{key}, data key", opener, answer, answer["Plaintext"], Aad=BINARY)


def key_pairs(call):
    for spec in PAIR_SPECS:
        for operation, opener in PAIR_OPERATIONS:
            request = {"KeyId": "key-aes-256", "KeyPairSpec": spec, "KeyFormat": "PEM", "Aad": BINARY}
            pair = call(operation, request)
            sealed = {**pair, "CiphertextBlob": pair["PrivateKeyCiphertextBlob"]}
            yield opening(f"private key of {spec}", opener, sealed, pair["PrivateKeyPlaintext"], Aad=BINARY)


def signatures(call):
    digest = as_item(hashlib.sha256(b"message").digest())
    for key, algorithm in SIGNERS:
        for kind, message in (("RAW", PLAINTEXT), ("DIGEST", digest)):
            request = {"KeyId": key, "Algorithm": algorithm, "MessageType": kind, "Message": message}
            signed = {**request, "Signature": call("Sign", request)["Signature"]}
            other = as_item(bytes(32)) if kind == "DIGEST" else BINARY
            for case, change, value in (("right", {}, True), ("another message", {"Message": other}, False)):
                yield {
                    "kind": "instance",
                    "operation": "Verify",
                    "case": f"{key}, {algorithm}, {kind}, {case}",
                    "request": {**signed, **change},
                    "answer": {"KeyId": key, "Value": value},
                }


def public_keys(call):
    for key in dict(ASYMMETRIC + SIGNERS):
        answer = {"KeyId": key, "PublicKey": call("GetPublicKey", {"KeyId": key})["PublicKey"]}
        yield {"kind": "instance", "operation": "GetPublicKey", "case": key, "request": {"KeyId": key}, "answer": answer}


def run(call, checks):
    """What only this client sees: each operation once more, with what it answers."""
    for length in (1, 1024):
        random = as_bytes(call("GenerateRandom", {"Length": length})["Random"])
        checks.equal("GenerateRandom", f"{length} bytes", length, len(random))
    for operation, opener in PAIR_OPERATIONS:
        request = {"KeyId": "alias/conformance", "KeyPairSpec": "EC_P256", "KeyFormat": "DER"}
        pair = call(f"{operation}WithoutPlaintext", request)
        checks.equal(f"{operation}WithoutPlaintext", "without plaintext", None, pair.get("PrivateKeyPlaintext"))
        sealed = {**pair, "CiphertextBlob": pair["PrivateKeyCiphertextBlob"]}
        opened = call(opener, opening("", opener, sealed, None)["request"])
        checks.equal(opener, f"opens the private key of {operation}WithoutPlaintext", b"\x30", as_bytes(opened["Plaintext"])[:1])
    by_alias = call("AdvanceEncrypt", {"KeyId": "alias/conformance", "Plaintext": PLAINTEXT})
    told = [by_alias["KeyId"], by_alias["Algorithm"], len(as_bytes(by_alias["Iv"])), len(by_alias["KeyVersionId"])]
    checks.equal("AdvanceEncrypt", "what it answers", ["key-aes-256", "AES_GCM", 12, 36], told)
    empty = {"KeyId": "key-aes-256", "NumberOfBytes": 32}
    key = call("GenerateDataKey", empty)
    checks.equal("GenerateDataKey", "what it answers", [32, "AES_GCM"], [len(as_bytes(key["Plaintext"])), key["Algorithm"]])
    for operation in ("Encrypt", "AdvanceEncrypt", "Sign", "GetPublicKey", "GenerateDataKey", "AdvanceGenerateDataKey"):
        message = {"Encrypt": "Plaintext", "AdvanceEncrypt": "Plaintext", "Sign": "Message"}.get(operation)
        request = {message: PLAINTEXT} if message else {}
        checks.refused(operation, "without a key", "MissingParameter", lambda: call(operation, request))
    checks.refused("GetSecretValue", "without a name", "MissingParameter", lambda: call("GetSecretValue", {}))
    checks.refused("Decrypt", "without a ciphertext", "MissingParameter", lambda: call("Decrypt", {"KeyId": "key-aes-256"}))
