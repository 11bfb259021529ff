"""What our clients encrypted, signed and stored, and things of its own for them."""

import base64

from alibabacloud_kms20160120 import models

from checks import hand_over, theirs

CONTEXT = {"tenant": "42", "app": "a&b=c", "密": "钥"}


def run(kms, checks):
    for item in theirs(["public"]):
        checks.item(item, lambda wanted: ask(kms, wanted["operation"], wanted["request"]))
    items = [*symmetric(kms), *asymmetric(kms), *signatures(kms), *macs(kms), *secrets(kms)]
    hand_over("python-kms20160120", items)


def ask(kms, api, request):
    """In names of the wire, which the models of the client know too."""
    model = getattr(models, f"{api}Request")().from_map(request)
    fields = {name: value for name, value in vars(model).items() if value is not None}
    return kms.call(api, **fields)


def item(operation, case, request, answer):
    return {
        "kind": "public",
        "operation": operation,
        "case": f"Python 3.3, {case}",
        "request": request,
        "answer": answer,
    }


def symmetric(kms):
    plaintext = base64.b64encode("hello from Python: 密".encode()).decode()
    for key_id in ("key-aes-256", "key-rotated", "key-sm4"):
        plain = ask(kms, "Encrypt", {"KeyId": key_id, "Plaintext": plaintext})
        bound = ask(kms, "Encrypt", {"KeyId": key_id, "Plaintext": plaintext, "EncryptionContext": CONTEXT})
        data_key = ask(kms, "GenerateDataKey", {"KeyId": key_id, "NumberOfBytes": 24})
        opened = {"KeyId": key_id, "Plaintext": plaintext}
        yield item("Decrypt", f"{key_id}, text", {"CiphertextBlob": plain["CiphertextBlob"]}, opened)
        with_context = {"CiphertextBlob": bound["CiphertextBlob"], "EncryptionContext": CONTEXT}
        yield item("Decrypt", f"{key_id}, context", with_context, opened)
        opened = {"KeyId": key_id, "Plaintext": data_key["Plaintext"]}
        yield item("Decrypt", f"{key_id}, data key", {"CiphertextBlob": data_key["CiphertextBlob"]}, opened)


def asymmetric(kms):
    cases = {"key-rsa-2048": "RSAES_OAEP_SHA_256", "key-rsa-3072": "RSAES_OAEP_SHA_1", "key-sm2": "SM2PKE"}
    for key_id, algorithm in cases.items():
        key = {"KeyId": key_id, "KeyVersionId": primary_version(kms, key_id), "Algorithm": algorithm}
        sealed = ask(kms, "AsymmetricEncrypt", {**key, "Plaintext": "aGVsbG8="})["CiphertextBlob"]
        opened = {"KeyId": key_id, "Plaintext": "aGVsbG8="}
        yield item("AsymmetricDecrypt", f"{key_id}, {algorithm}", {**key, "CiphertextBlob": sealed}, opened)


def signatures(kms):
    cases = {
        "key-rsa-2048-sign": "RSA_PSS_SHA_256",
        "key-rsa-3072-sign": "RSA_PKCS1_SHA_256",
        "key-ec-p256": "ECDSA_SHA_256",
        "key-ec-p256k": "ECDSA_SHA_256",
        "key-sm2-sign": "SM2DSA",
    }
    for key_id, algorithm in cases.items():
        key = {"KeyId": key_id, "KeyVersionId": primary_version(kms, key_id), "Algorithm": algorithm}
        digest, other = (base64.b64encode(bytes([number]) * 32).decode() for number in (1, 2))
        value = ask(kms, "AsymmetricSign", {**key, "Digest": digest})["Value"]
        for case, told, right in (("right", digest, True), ("another digest", other, False)):
            request = {**key, "Digest": told, "Value": value}
            yield item("AsymmetricVerify", f"{key_id}, {algorithm}, {case}", request, {"KeyId": key_id, "Value": right})


def macs(kms):
    for name, algorithm in (("256", "HMAC_SHA_256"), ("512", "HMAC_SHA_512"), ("sm3", "HMAC_SM3")):
        message = {"KeyId": f"key-hmac-{name}", "Algorithm": algorithm, "Message": "bWVzc2FnZQ=="}
        mac = ask(kms, "GenerateMac", message)["Mac"]
        yield item("VerifyMac", algorithm, {**message, "Mac": mac}, {"Value": True})


def secrets(kms):
    """Both gateways have what is in the instance."""
    name, value = "python/for-others", 'from Python & 密 "quoted"'
    place = {"EncryptionKeyId": "key-aes-256", "DKMSInstanceId": kms.facts.instanceId}
    ask(kms, "CreateSecret", {"SecretName": name, "SecretData": value, "VersionId": "v1", **place})
    answer = {"SecretName": name, "SecretData": value, "VersionId": "v1"}
    for kind in ("public", "instance"):
        yield {**item("GetSecretValue", "text", {"SecretName": name}, answer), "kind": kind}


def primary_version(kms, key_id):
    return kms.call("DescribeKey", key_id=key_id)["KeyMetadata"]["PrimaryKeyVersion"]
