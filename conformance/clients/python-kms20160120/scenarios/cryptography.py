"""Everything that is encrypted, signed and authenticated."""

import base64
import json
import os

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed


def run(kms, checks):
    for part in (
        symmetric,
        data_keys,
        exported_data_keys,
        re_encryption,
        signatures,
        asymmetric,
        macs,
        dry_run,
        recipients,
    ):
        with checks.step("cryptography", part.__name__):
            part(kms, checks)


def encode(data):
    return base64.b64encode(data).decode()


def new_key(kms, **fields):
    return kms.call("CreateKey", **fields)["KeyMetadata"]["KeyId"]


def symmetric(kms, checks):
    key_id = new_key(kms)
    plaintext, context = encode(b"from Python"), {"tenant": "42", "app": "a&b=c ü"}
    sealed = kms.call("Encrypt", key_id=key_id, plaintext=plaintext, encryption_context=context)
    opened = kms.call("Decrypt", ciphertext_blob=sealed["CiphertextBlob"], encryption_context=context)
    checks.equal("Encrypt", "tells key and version", opened["KeyVersionId"], sealed["KeyVersionId"])
    checks.equal("Decrypt", "with its context", [plaintext, key_id], [opened["Plaintext"], opened["KeyId"]])
    other = lambda: kms.call("Decrypt", ciphertext_blob=sealed["CiphertextBlob"], encryption_context={"tenant": "42"})
    checks.refused("Decrypt", "with another context", "InvalidParameter", other)
    changed = bytearray(base64.b64decode(sealed["CiphertextBlob"]))
    changed[-1] ^= 1
    tampered = lambda: kms.call("Decrypt", ciphertext_blob=encode(changed), encryption_context=context)
    checks.refused("Decrypt", "of a tampered ciphertext", "InvalidParameter", tampered)


def data_keys(kms, checks):
    key_id = new_key(kms)
    context = {"purpose": "data key"}
    made = kms.call("GenerateDataKey", key_id=key_id, key_spec="AES_128", encryption_context=context)
    opened = kms.call("Decrypt", ciphertext_blob=made["CiphertextBlob"], encryption_context=context)["Plaintext"]
    checks.equal("GenerateDataKey", "AES_128", [made["Plaintext"], 16], [opened, len(base64.b64decode(opened))])
    sized = kms.call("GenerateDataKey", key_id=key_id, number_of_bytes=1024)["Plaintext"]
    checks.equal("GenerateDataKey", "of 1024 bytes", 1024, len(base64.b64decode(sized)))
    sealed = kms.call("GenerateDataKeyWithoutPlaintext", key_id=key_id, number_of_bytes=24)
    checks.equal("GenerateDataKeyWithoutPlaintext", "answers no plaintext", None, sealed.get("Plaintext"))
    opened = kms.call("Decrypt", ciphertext_blob=sealed["CiphertextBlob"])["Plaintext"]
    checks.equal("GenerateDataKeyWithoutPlaintext", "of 24 bytes", 24, len(base64.b64decode(opened)))
    managed = kms.call("GetManagedDataKey", data_key_name="python/managed", use_latest=True)
    again = kms.call(
        "GetManagedDataKey", data_key_name="python/managed", data_key_version_id=managed["DataKeyVersionId"]
    )
    checks.equal("GetManagedDataKey", "the same by its version", managed["Plaintext"], again["Plaintext"])
    listed = kms.call("ListManagedDataKeyVersions", data_key_name="python/managed", page_number=1, page_size=10)
    ids = [version["DataKeyVersionId"] for version in listed["ManagedDataKeyVersions"]["ManagedDataKeyVersion"]]
    checks.equal("ListManagedDataKeyVersions", "that version", [managed["DataKeyVersionId"]], ids)


def exported_data_keys(kms, checks):
    key_id = new_key(kms)
    recipient = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    der = recipient.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    oaep = padding.OAEP(mgf=padding.MGF1(hashes.SHA256()), algorithm=hashes.SHA256(), label=None)
    to = {"public_key_blob": encode(der), "wrapping_algorithm": "RSAES_OAEP_SHA_256", "wrapping_key_spec": "RSA_2048"}
    made = kms.call("GenerateAndExportDataKey", key_id=key_id, key_spec="AES_256", encryption_context={"a": "b"}, **to)
    plaintext = base64.b64decode(
        kms.call("Decrypt", ciphertext_blob=made["CiphertextBlob"], encryption_context={"a": "b"})["Plaintext"]
    )
    exported = recipient.decrypt(base64.b64decode(made["ExportedDataKey"]), oaep)
    checks.equal("GenerateAndExportDataKey", "opens with one's own key", plaintext, exported)
    again = kms.call("ExportDataKey", ciphertext_blob=made["CiphertextBlob"], encryption_context={"a": "b"}, **to)
    exported = recipient.decrypt(base64.b64decode(again["ExportedDataKey"]), oaep)
    checks.equal("ExportDataKey", "the same data key", plaintext, exported)


def re_encryption(kms, checks):
    source, destination = new_key(kms), new_key(kms)
    sealed = kms.call("Encrypt", key_id=source, plaintext="aGVsbG8=", encryption_context={"of": "source"})
    moved = kms.call(
        "ReEncrypt",
        ciphertext_blob=sealed["CiphertextBlob"],
        source_encryption_context={"of": "source"},
        destination_key_id=destination,
        destination_encryption_context={"of": "destination"},
    )
    opened = kms.call("Decrypt", ciphertext_blob=moved["CiphertextBlob"], encryption_context={"of": "destination"})
    checks.equal("ReEncrypt", "under the other key", [destination, "aGVsbG8="], [opened["KeyId"], opened["Plaintext"]])
    created = kms.call("CreateKey", key_spec="RSA_2048")["KeyMetadata"]
    rsa_key = {"key_id": created["KeyId"], "key_version_id": created["PrimaryKeyVersion"]}
    sealed = kms.call("AsymmetricEncrypt", algorithm="RSAES_OAEP_SHA_1", plaintext="aGVsbG8=", **rsa_key)
    moved = kms.call(
        "ReEncrypt",
        ciphertext_blob=sealed["CiphertextBlob"],
        source_key_id=created["KeyId"],
        source_key_version_id=created["PrimaryKeyVersion"],
        source_encryption_algorithm="RSAES_OAEP_SHA_1",
        destination_key_id=destination,
    )
    opened = kms.call("Decrypt", ciphertext_blob=moved["CiphertextBlob"])["Plaintext"]
    checks.equal("ReEncrypt", "from RSA", "aGVsbG8=", opened)


def verified(public_key, algorithm, digest, signature):
    """Whether a public key says so, on this machine, without KMS."""
    hash = Prehashed(hashes.SHA256())
    try:
        if algorithm == "ECDSA_SHA_256":
            public_key.verify(signature, digest, ec.ECDSA(hash))
        elif algorithm == "RSA_PSS_SHA_256":
            public_key.verify(signature, digest, padding.PSS(padding.MGF1(hashes.SHA256()), 32), hash)
        else:
            public_key.verify(signature, digest, padding.PKCS1v15(), hash)
    except InvalidSignature:
        return False
    return True


def signatures(kms, checks):
    digest = hashes.Hash(hashes.SHA256())
    digest.update(b"message")
    digest = digest.finalize()
    algorithms = {
        "RSA_2048": ["RSA_PSS_SHA_256", "RSA_PKCS1_SHA_256"],
        "EC_P256": ["ECDSA_SHA_256"],
        "EC_P256K": ["ECDSA_SHA_256"],
        "EC_SM2": ["SM2DSA"],
    }
    for spec, names in algorithms.items():
        created = kms.call("CreateKey", key_spec=spec, key_usage="SIGN/VERIFY")["KeyMetadata"]
        key = {"key_id": created["KeyId"], "key_version_id": created["PrimaryKeyVersion"]}
        pem = kms.call("GetPublicKey", **key)["PublicKey"]
        for algorithm in names:
            signed = {"algorithm": algorithm, "digest": encode(digest), **key}
            value = kms.call("AsymmetricSign", **signed)["Value"]
            case = f"{spec} {algorithm}"
            checks.equal("AsymmetricVerify", case, True, kms.call("AsymmetricVerify", value=value, **signed)["Value"])
            if spec != "EC_SM2":
                public_key = serialization.load_pem_public_key(pem.encode())
                checks.true("AsymmetricSign", case, verified(public_key, algorithm, digest, base64.b64decode(value)))
            other = {**signed, "digest": encode(os.urandom(32))}
            answer = kms.call("AsymmetricVerify", value=value, **other)["Value"]
            checks.equal("AsymmetricVerify", f"{case} of another message", False, answer)


def asymmetric(kms, checks):
    cases = {"RSA_2048": ["RSAES_OAEP_SHA_256", "RSAES_OAEP_SHA_1"], "EC_SM2": ["SM2PKE"]}
    for spec, names in cases.items():
        created = kms.call("CreateKey", key_spec=spec, key_usage="ENCRYPT/DECRYPT")["KeyMetadata"]
        key = {"key_id": created["KeyId"], "key_version_id": created["PrimaryKeyVersion"]}
        for algorithm in names:
            case = f"{spec} {algorithm}"
            sealed = kms.call("AsymmetricEncrypt", algorithm=algorithm, plaintext="aGVsbG8=", **key)["CiphertextBlob"]
            opened = kms.call("AsymmetricDecrypt", algorithm=algorithm, ciphertext_blob=sealed, **key)["Plaintext"]
            checks.equal("AsymmetricEncrypt", case, "aGVsbG8=", opened)
        if spec == "RSA_2048":
            public_key = serialization.load_pem_public_key(kms.call("GetPublicKey", **key)["PublicKey"].encode())
            oaep = padding.OAEP(mgf=padding.MGF1(hashes.SHA256()), algorithm=hashes.SHA256(), label=None)
            sealed = encode(public_key.encrypt(b"made outside", oaep))
            answer = kms.call("AsymmetricDecrypt", algorithm=names[0], ciphertext_blob=sealed, **key)["Plaintext"]
            checks.equal("GetPublicKey", "encrypts outside of KMS", encode(b"made outside"), answer)


def macs(kms, checks):
    for algorithm in ("HMAC_SHA_256", "HMAC_SHA_512", "HMAC_SM3"):
        key_id = new_key(kms, key_spec=algorithm, key_usage="GENERATE/VERIFY_MAC")
        message = {"key_id": key_id, "algorithm": algorithm, "message": encode(b"message")}
        mac = kms.call("GenerateMac", **message)["Mac"]
        checks.equal("GenerateMac", algorithm, {"HMAC_SHA_512": 64}.get(algorithm, 32), len(base64.b64decode(mac)))
        checks.equal("VerifyMac", algorithm, True, kms.call("VerifyMac", mac=mac, **message)["Value"])
        other = {**message, "message": encode(b"other")}
        checks.equal(
            "VerifyMac", f"{algorithm} of another message", False, kms.call("VerifyMac", mac=mac, **other)["Value"]
        )


def dry_run(kms, checks):
    key_id = new_key(kms)
    encrypt = lambda **fields: kms.call("Encrypt", plaintext="aGVsbG8=", dry_run="true", **fields)
    checks.refused("Encrypt", "dry run", "DryRunOperationError", lambda: encrypt(key_id=key_id))
    checks.refused("Encrypt", "dry run of a mistake", "ValidationError", lambda: encrypt(key_id="no-such-key"))


def recipients(kms, checks):
    """Attested enclaves get answers that they alone can open; a plaintext in their place would be a leak."""
    key_id = new_key(kms)
    recipient = encode(b"attestation")
    sealed = kms.call("Encrypt", key_id=key_id, plaintext="aGVsbG8=")["CiphertextBlob"]
    created = kms.call("CreateKey", key_spec="RSA_2048")["KeyMetadata"]
    key = {
        "key_id": created["KeyId"],
        "key_version_id": created["PrimaryKeyVersion"],
        "algorithm": "RSAES_OAEP_SHA_256",
    }
    asymmetric = kms.call("AsymmetricEncrypt", plaintext="aGVsbG8=", **key)["CiphertextBlob"]
    kms.call("CreateSecret", secret_name="python/enclave", secret_data="x", version_id="v1")
    calls = {
        "Decrypt": {"ciphertext_blob": sealed},
        "GenerateDataKey": {"key_id": key_id},
        "AsymmetricDecrypt": {"ciphertext_blob": asymmetric, **key},
        "GetSecretValue": {"secret_name": "python/enclave"},
    }
    for api, fields in calls.items():
        call = lambda: kms.call(api, recipient=recipient, **fields)
        checks.refused(api, "for an enclave", "UnsupportedOperation", call)
