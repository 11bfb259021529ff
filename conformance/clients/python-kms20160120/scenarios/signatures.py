"""The same calls by every signature that the client knows."""

from checks import facts
from management import Management

SIGNATURES = {
    "ACS3-HMAC-SM3": {"signature_algorithm": "ACS3-HMAC-SM3"},
    "ACS4": {"signature_version": "v4"},
    "ACS4-HMAC-SHA256": {"signature_version": "v4", "signature_algorithm": "ACS4-HMAC-SHA256"},
    "ACS4-HMAC-SM3": {"signature_version": "v4", "signature_algorithm": "ACS4-HMAC-SM3"},
}


def run(_kms, checks):
    for name, config in SIGNATURES.items():
        # The region stands in what ACS4 signs: that of the configuration where there is one, else that of the host.
        for where, region in (("region given", facts().regionId), ("region of the host", None)):
            with checks.step("(signatures)", f"{name}, {where}"):
                signed = Management(facts(), region_id=region, **config)
                created = signed.call("CreateKey", description="", dkmsinstance_id=facts().instanceId)
                key_id = created["KeyMetadata"]["KeyId"]
                described = signed.call("DescribeKey", key_id=key_id)
                checks.equal("(signatures)", f"{name}, {where}", key_id, described["KeyMetadata"]["KeyId"])
