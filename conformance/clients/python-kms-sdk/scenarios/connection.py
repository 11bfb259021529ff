"""How a client is made, what it trusts, and what it does about mistakes on the way."""

import base64
import json

from alibabacloud_kms20160120 import models
from alibabacloud_kms20160120.client import Client as Management
from alibabacloud_kms_kms20160120.client import Client
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from openapi.models import Config
from openapi_util.client import Client as Util
from openapi_util.models import RuntimeOptions

from asking import as_item, ask_instance
from connecting import client_key, endpoint_of, instance_config, public_config

REQUEST = {"KeyId": "key-aes-256", "Plaintext": as_item(b"hello")}


def run(kms, admin, checks):
    for part in (credentials, trust, wrong_password, retries, headers, one_key_only):
        with checks.step("(connection)", part.__name__):
            part(kms, admin, checks)


def encrypts(config, *options):
    return ask_instance(Client(kms_instance_config=config), "AdvanceEncrypt", REQUEST, *options)["KeyId"]


def content_of(kms):
    with open(kms.clientKeyFile, encoding="utf-8") as file:
        return file.read()


def credentials(kms, admin, checks):
    content = content_of(kms)
    key = json.loads(content)
    pem = Util.get_private_pem_from_pk_12(base64.b64decode(key["PrivateKeyData"]), kms.clientKeyPassword)
    forms = {
        "content": {"client_key_content": content, "password": kms.clientKeyPassword},
        "private key": {"access_key_id": key["KeyId"], "private_key": pem},
    }
    for form, credential in forms.items():
        checks.equal("AdvanceEncrypt", f"client key by {form}", "key-aes-256", encrypts(instance_config(kms, **credential)))
    nobody = instance_config(kms, access_key_id="KAAP.00000000-0000-0000-0000-000000000000", private_key=pem)
    checks.refused("AdvanceEncrypt", "unknown client key", "Unauthorized", lambda: encrypts(nobody))
    foreign = instance_config(kms, access_key_id=key["KeyId"], private_key=new_private_key())
    checks.refused("AdvanceEncrypt", "another private key", "SignatureNotMatch", lambda: encrypts(foreign))


def new_private_key():
    key = rsa.generate_private_key(65537, 2048)
    return Util.trim_private_key_pem(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode())


def trust(kms, admin, checks):
    # A host of its own: connections that are open already are not verified again.
    config = Config(protocol="https", endpoint=f"localhost:{kms.port}", **client_key(kms))
    try:
        got = encrypts(config, RuntimeOptions(max_attempts=1))
    except Exception as error:
        got = type(error.inner_exception).__name__ if hasattr(error, "inner_exception") else repr(error)
    checks.equal("AdvanceEncrypt", "without the CA", "RetryError", got)
    checks.equal("AdvanceEncrypt", "the CA of the call", "key-aes-256", encrypts(config, RuntimeOptions(verify=kms.caFile)))


def wrong_password(kms, admin, checks):
    try:
        got = encrypts(instance_config(kms, client_key_file=kms.clientKeyFile, password="wrong"))
    except Exception as error:
        got = type(error).__name__
    checks.equal("AdvanceEncrypt", "wrong password of the client key", "Error", got)


def retries(kms, admin, checks):
    config = instance_config(kms)
    for code, answered, attempts in (("Rejected.Throttling", True, 2), ("InternalFailure", False, 1)):
        before = len(admin.calls("AdvanceEncrypt"))
        admin.fault({"api": "AdvanceEncrypt", "code": code, "times": 1})
        if answered:
            checks.equal("AdvanceEncrypt", f"again after {code}", "key-aes-256", encrypts(config))
        else:
            checks.refused("AdvanceEncrypt", f"not again after {code}", code, lambda: encrypts(config))
        checks.equal("AdvanceEncrypt", f"attempts with {code}", attempts, len(admin.calls("AdvanceEncrypt")) - before)


def headers(kms, admin, checks):
    """The key version comes in a header, and Decrypt may be told one."""
    client = Client(kms_instance_config=instance_config(kms), open_api_config=public_config(kms))
    name = "x-kms-migrationkeyversionid"
    options = RuntimeOptions(response_headers=[name])
    sealed = ask_instance(client, "Encrypt", {**REQUEST, "KeyId": "key-rotated"}, options)
    version = sealed["responseHeaders"][name]
    checks.equal("Encrypt", "key version in a header", 36, len(version))
    request = {"CiphertextBlob": sealed["CiphertextBlob"], "Iv": sealed["Iv"], "requestHeaders": {name: version}}
    opened = ask_instance(client, "Decrypt", request, options)
    checks.equal("Decrypt", "key version in a header", ["key-rotated", REQUEST["Plaintext"]], [opened["KeyId"], opened["Plaintext"]])


def one_key_only(kms, admin, checks):
    """The client key of the access point `one-key`, which may use one key and no secret."""
    password = "Abcd-1234"
    request = models.CreateClientKeyRequest(aap_name="one-key", password=password)
    made = Management(public_config(kms)).create_client_key(request).body
    content = json.dumps({"KeyId": made.client_key_id, "PrivateKeyData": made.private_key_data})
    config = instance_config(kms, client_key_content=content, password=password)
    client = Client(kms_instance_config=config)
    checks.equal("AdvanceEncrypt", "key that is allowed", "key-aes-256", encrypts(config))
    forbidden = {
        "AdvanceEncrypt": {**REQUEST, "KeyId": "key-aes-128"},
        "GetPublicKey": {"KeyId": "key-sm2"},
        "GetSecretValue": {"SecretName": "conformance/text"},
    }
    for operation, wanted in forbidden.items():
        call = lambda: ask_instance(client, operation, wanted)
        checks.refused(operation, "not allowed to this client key", "Forbidden.NoPermission", call)
