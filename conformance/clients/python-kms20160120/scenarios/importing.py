"""Keys with material of the caller's own."""

import base64
import os

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding


def run(kms, checks):
    key_id = kms.call("CreateKey", origin="EXTERNAL")["KeyMetadata"]["KeyId"]
    state = lambda: kms.call("DescribeKey", key_id=key_id)["KeyMetadata"]["KeyState"]
    checks.equal("CreateKey", "waits for its material", "PendingImport", state())
    material = os.urandom(32)

    def import_material(material, parameters=None, expires=0):
        parameters = parameters or kms.call(
            "GetParametersForImport",
            key_id=key_id,
            wrapping_algorithm="RSAES_OAEP_SHA_256",
            wrapping_key_spec="RSA_2048",
        )
        wrapping = serialization.load_der_public_key(base64.b64decode(parameters["PublicKey"]))
        oaep = padding.OAEP(mgf=padding.MGF1(hashes.SHA256()), algorithm=hashes.SHA256(), label=None)
        return kms.call(
            "ImportKeyMaterial",
            key_id=key_id,
            import_token=parameters["ImportToken"],
            encrypted_key_material=base64.b64encode(wrapping.encrypt(material, oaep)).decode(),
            key_material_expire_unix=expires,
        )

    import_material(material)
    checks.equal("ImportKeyMaterial", "enables the key", "Enabled", state())
    sealed = kms.call("Encrypt", key_id=key_id, plaintext="aGVsbG8=")["CiphertextBlob"]
    kms.call("DeleteKeyMaterial", key_id=key_id)
    checks.equal("DeleteKeyMaterial", "the key waits again", "PendingImport", state())
    opened = lambda: kms.call("Decrypt", ciphertext_blob=sealed)["Plaintext"]
    checks.refused("Decrypt", "without material", "Rejected.PendingImport", opened)
    checks.refused("ImportKeyMaterial", "other material", "InvalidParameter", lambda: import_material(os.urandom(32)))
    import_material(material)
    checks.equal("ImportKeyMaterial", "the same material again", "aGVsbG8=", opened())
    older = kms.call(
        "GetParametersForImport", key_id=key_id, wrapping_algorithm="RSAES_OAEP_SHA_256", wrapping_key_spec="RSA_2048"
    )
    kms.advance("25h")
    checks.refused(
        "ImportKeyMaterial", "with parameters a day old", "InvalidParameter", lambda: import_material(material, older)
    )
