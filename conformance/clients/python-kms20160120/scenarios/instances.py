"""Instances: that of the local KMS, and another one that is released."""

import json


def run(kms, checks):
    instance_id = kms.facts.instanceId
    told = lambda: kms.call("GetKmsInstance", kms_instance_id=instance_id)["KmsInstance"]
    default = kms.call("GetDefaultKmsInstance")["DefaultKmsInstanceId"]
    checks.equal("GetDefaultKmsInstance", "the one there is", instance_id, default)
    filters = json.dumps([{"Key": "KmsInstanceId", "Values": [instance_id]}])
    listed = kms.call("ListKmsInstances", page_number=1, page_size=10, filters=filters)["KmsInstances"]["KmsInstance"]
    checks.equal("ListKmsInstances", "the one there is", [instance_id], [one["KmsInstanceId"] for one in listed])
    with open(kms.facts.caFile, encoding="ascii") as file:
        checks.equal("GetKmsInstance", "the CA", file.read().strip(), told()["CaCertificateChainPem"].strip())

    network = {"vpc_id": "vpc-1", "v_switch_ids": "vsw-1,vsw-2", "zone_ids": "zone-a,zone-b"}
    kms.call("ConnectKmsInstance", kms_instance_id=instance_id, kmprovider="Aliyun", **network)
    got = [told()[name] for name in ("VpcId", "VswitchIds", "ZoneIds", "Status")]
    expected = ["vpc-1", ["vsw-1", "vsw-2"], ["zone-a", "zone-b"], "Connected"]
    checks.equal("ConnectKmsInstance", "is told", expected, got)
    vpc = {"VpcId": "vpc-2", "VSwitchId": "vsw-3", "RegionId": kms.facts.regionId, "VpcOwnerId": kms.facts.accountId}
    kms.call("UpdateKmsInstanceBindVpc", kms_instance_id=instance_id, bind_vpcs=json.dumps([vpc]))
    checks.equal("UpdateKmsInstanceBindVpc", "is told", {"BindVpc": [vpc]}, told()["BindVpcs"])
    infos = lambda: kms.call("GetKmsInstanceQuotaInfos", kms_instance_id=instance_id, resource_type="key")
    used = lambda: infos()["KmsInstanceQuotaInfos"][0]["UsedQuantity"]
    before = used()
    kms.call("CreateKey", dkmsinstance_id=instance_id)
    checks.equal("GetKmsInstanceQuotaInfos", "counts keys", before + 1, used())

    other = "kst-conformance-other"
    kms.call("CreateKey", dkmsinstance_id=other)
    release = lambda **how: kms.call("ReleaseKmsInstance", kms_instance_id=other, **how)
    kms.call("SetDeletionProtection", kms_instance_id=other, enable_deletion_protection=True)
    force = lambda: release(force_delete_without_backup="true")
    checks.refused("ReleaseKmsInstance", "while it is protected", "Rejected.DeletionProtection", force)
    kms.call("SetDeletionProtection", kms_instance_id=other, enable_deletion_protection=False)
    checks.refused("ReleaseKmsInstance", "while keys are in it", "Rejected.ResourceInUse", release)
    force()
    gone = lambda: kms.call("GetKmsInstance", kms_instance_id=other)
    checks.refused("ReleaseKmsInstance", "is gone", "Forbidden.DKMSInstanceNotFound", gone)
