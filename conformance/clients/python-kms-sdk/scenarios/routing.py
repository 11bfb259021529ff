"""Which gateway a call takes: by call, by API name, by client."""

from alibabacloud_kms_kms20160120.models import KmsRuntimeOptions
from alibabacloud_kms_kms20160120.transfer_client import TransferClient

from asking import ask_public
from connecting import kms_config, new_transfer_client, public_config

SECRET = {"SecretName": "conformance/text"}
# What each gateway can serve, with the API that the instance knows it by.
SERVED = {
    "GetSecretValue": (SECRET, "GetSecretValue"),
    "GenerateDataKey": ({"KeyId": "key-aes-256"}, "AdvanceGenerateDataKey"),
    "Encrypt": ({"KeyId": "key-aes-256", "Plaintext": "aGVsbG8="}, "AdvanceEncrypt"),
}


def run(kms, admin, checks):
    gateways(kms, admin, checks)
    halves(kms, checks)


def halves(kms, checks):
    """With one gateway only, and with the CA of the call."""
    api, (request, _) = "Encrypt", SERVED["Encrypt"]
    only_instance = TransferClient(kms_config=kms_config(kms))
    checks.equal(api, "kms_config alone", "key-aes-256", ask_public(only_instance, api, request)["KeyId"])
    only_public = TransferClient(config=public_config(kms))
    checks.equal(api, "config alone", "key-aes-256", ask_public(only_public, api, request)["KeyId"])
    config = kms_config(kms)
    config.ca_file_path = None
    config.endpoint = f"localhost:{kms.port}"
    client = TransferClient(config=public_config(kms), kms_config=config)
    answer = ask_public(client, api, request, KmsRuntimeOptions(ca=kms.caFile))
    checks.equal(api, "the CA of the call", "key-aes-256", answer["KeyId"])


def gateways(kms, admin, checks):
    to_instance = new_transfer_client(kms)
    to_public = new_transfer_client(kms, is_use_kms_share_gateway=True)
    by_name = new_transfer_client(kms, default_kms_api_names=["GetSecretValue"])
    yes = KmsRuntimeOptions(is_use_kms_share_gateway=True, ca=kms.caFile)
    no = KmsRuntimeOptions(is_use_kms_share_gateway=False, ca=kms.caFile)
    cases = [
        ("by default", to_instance, [], lambda api: "instance"),
        ("the call says public", to_instance, [yes], lambda api: "public"),
        ("the client says public", to_public, [], lambda api: "public"),
        ("the call says instance", to_public, [no], lambda api: "instance"),
        ("the name says public", by_name, [], lambda api: "public" if api == "GetSecretValue" else "instance"),
        ("the call says instance, the name public", by_name, [no], lambda api: "instance"),
    ]
    for case, client, options, gateway_of in cases:
        for api, (request, name_at_instance) in SERVED.items():
            expected = gateway_of(api)
            ask_public(client, api, request, *options)
            called = admin.calls(name_at_instance if expected == "instance" else api)[-1]
            checks.equal(api, f"gateway: {case}", expected, called["gateway"])
