"""Client keys, what they may do, and policies of keys and secrets."""

import base64
import json

from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs12


def run(kms, checks):
    for part in (client_key, policies):
        with checks.step("access", part.__name__):
            part(kms, checks)


def listed_names(kms, api, entries, entry):
    return [one["Name"] for one in kms.call(api, page_number=1, page_size=100)[entries][entry]]


def client_key(kms, checks):
    rule, policy, point = "python-rule", "python-policy", "python-point"
    kms.call("CreateNetworkRule", name=rule, type="Private", source_private_ip='["10.0.0.0/8"]', description="a")
    kms.call("UpdateNetworkRule", name=rule, source_private_ip='["10.0.0.0/8","127.0.0.1"]', description="b")
    told = kms.call("DescribeNetworkRule", name=rule)
    got = [told["Description"], json.loads(told["SourcePrivateIp"]), told["Type"]]
    checks.equal("UpdateNetworkRule", "is told", ["b", ["10.0.0.0/8", "127.0.0.1"], "Private"], got)
    arn = f"acs:kms:{kms.facts.regionId}:{kms.facts.accountId}:network/{rule}"
    checks.equal("DescribeNetworkRule", "its ARN", arn, told["Arn"])
    names = listed_names(kms, "ListNetworkRules", "NetworkRules", "NetworkRule")
    checks.true("ListNetworkRules", "that one", rule in names, names)

    crypto, secrets = (f"RbacPermission/Template/CryptoService{who}User" for who in ("Key", "Secret"))
    made = kms.call(
        "CreatePolicy",
        name=policy,
        kms_instance=kms.facts.instanceId,
        permissions=json.dumps([crypto]),
        resources='["key/*"]',
        access_control_rules=json.dumps({"NetworkRules": [rule]}),
    )
    checks.equal("CreatePolicy", "answers what was asked for", ["key/*"], json.loads(made["Resources"]))
    kms.call("UpdatePolicy", name=policy, permissions=json.dumps([crypto, secrets]), resources='["key/*","secret/*"]')
    told = kms.call("DescribePolicy", name=policy)
    got = [told["Permissions"], told["Resources"], json.loads(told["AccessControlRules"])]
    checks.equal("UpdatePolicy", "is told", [[crypto, secrets], ["key/*", "secret/*"], {"NetworkRules": [rule]}], got)
    checks.equal("DescribePolicy", "its instance", kms.facts.instanceId, told["KmsInstance"])
    names = listed_names(kms, "ListPolicies", "Policies", "Policy")
    checks.true("ListPolicies", "that one", policy in names, names)

    kms.call(
        "CreateApplicationAccessPoint", name=point, policies=json.dumps([policy]), authentication_method="ClientKey"
    )
    kms.call("UpdateApplicationAccessPoint", name=point, policies=json.dumps([policy]), description="b")
    told = kms.call("DescribeApplicationAccessPoint", name=point)
    got = [told["Description"], json.loads(told["Policies"]), told["AuthenticationMethod"]]
    checks.equal("DescribeApplicationAccessPoint", "as it was updated", ["b", [policy], "ClientKey"], got)
    names = listed_names(kms, "ListApplicationAccessPoints", "ApplicationAccessPoints", "ApplicationAccessPoint")
    checks.true("ListApplicationAccessPoints", "that one", point in names, names)

    dates = {"not_before": "2026-01-01T00:00:00Z", "not_after": "2036-01-01T00:00:00Z"}
    password = "pa55word-of-a-key"
    made = kms.call("CreateClientKey", aap_name=point, password=password, **dates)
    key, certificate, _ = pkcs12.load_key_and_certificates(base64.b64decode(made["PrivateKeyData"]), password.encode())
    told = kms.call("GetClientKey", client_key_id=made["ClientKeyId"])
    same = x509.load_pem_x509_certificate(told["PublicKeyData"].encode()) == certificate
    checks.true("GetClientKey", "the certificate of the private key", same, told["PublicKeyData"])
    checks.equal("CreateClientKey", "its dates", list(dates.values()), [made["NotBefore"], made["NotAfter"]])
    checks.equal(
        "CreateClientKey",
        "its private key",
        key.public_key().public_numbers(),
        certificate.public_key().public_numbers(),
    )
    ids = lambda: [one["ClientKeyId"] for one in kms.call("ListClientKeys", aap_name=point)["ClientKeys"]]
    checks.equal("ListClientKeys", "that one", [made["ClientKeyId"]], ids())
    short = lambda: kms.call("CreateClientKey", aap_name=point, password="short")
    checks.refused("CreateClientKey", "with a bad password", "InvalidParameter", short)

    kms.call("DeleteClientKey", client_key_id=made["ClientKeyId"])
    checks.equal("DeleteClientKey", "is gone", [], ids())
    deletions = {
        "ApplicationAccessPoint": point,
        "Policy": policy,
        "NetworkRule": rule,
    }
    for kind, name in deletions.items():
        kms.call(f"Delete{kind}", name=name)
        describe = lambda: kms.call(f"Describe{kind}", name=name)
        checks.refused(f"Delete{kind}", "is gone", "Forbidden.ResourceNotFound", describe)


def policy_document(kms, *actions):
    """Everything to the account's root, and to it not what is named."""
    root = {"RAM": [f"acs:ram::{kms.facts.accountId}:*"]}
    everything = {"Effect": "Allow", "Principal": root, "Action": ["kms:*"], "Resource": ["*"]}
    denied = {"Effect": "Deny", "Principal": root, "Action": list(actions), "Resource": ["*"]}
    return json.dumps({"Version": "1", "Statement": [everything, denied]})


def policies(kms, checks):
    key_id = kms.call("CreateKey", dkmsinstance_id=kms.facts.instanceId)["KeyMetadata"]["KeyId"]
    document = policy_document(kms, "kms:Encrypt")
    kms.call("SetKeyPolicy", key_id=key_id, policy=document, policy_name="default")
    told = kms.call("GetKeyPolicy", key_id=key_id, policy_name="default")["Policy"]
    checks.equal("GetKeyPolicy", "as it was set", json.loads(document), json.loads(told))
    encrypt = lambda: kms.call("Encrypt", key_id=key_id, plaintext="aGVsbG8=")
    checks.refused("SetKeyPolicy", "denies", "Forbidden.ProhibitedByKeyPolicy", encrypt)
    name = "python/policy"
    in_instance = {"encryption_key_id": "key-aes-256", "dkmsinstance_id": kms.facts.instanceId}
    kms.call("CreateSecret", secret_name=name, secret_data="x", version_id="v1", **in_instance)
    document = policy_document(kms, "kms:GetSecretValue")
    kms.call("SetSecretPolicy", secret_name=name, policy=document, policy_name="default")
    told = kms.call("GetSecretPolicy", secret_name=name, policy_name="default")["Policy"]
    checks.equal("GetSecretPolicy", "as it was set", json.loads(document), json.loads(told))
    read = lambda: kms.call("GetSecretValue", secret_name=name)
    checks.refused("SetSecretPolicy", "denies", "Forbidden.NoPermission", read)
