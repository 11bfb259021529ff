"""Management of access, instances and the account, in the names of the wire."""

import json

from scenarios.management import NAME


def run(call, kms, checks):
    for part in (access, account, instances):
        with checks.step(f"({part.__name__})", "goes on to its end"):
            part(call, kms, checks)


def access(call, kms, checks):
    rule, policy, point = ({"Name": f"{NAME}-{kind}"} for kind in ("rule", "policy", "point"))
    call("CreateNetworkRule", {**rule, "Type": "Private", "SourcePrivateIp": '["127.0.0.1"]'})
    call("UpdateNetworkRule", {**rule, "Description": "new", "SourcePrivateIp": '["127.0.0.1"]'})
    checks.equal("UpdateNetworkRule", "description", "new", call("DescribeNetworkRule", rule)["Description"])
    permissions = '["RbacPermission/Template/CryptoServiceKeyUser"]'
    rules = json.dumps({"NetworkRules": [rule["Name"]]})
    resources = {"Permissions": permissions, "Resources": '["key/*"]', "AccessControlRules": rules}
    call("CreatePolicy", {**policy, **resources, "KmsInstance": kms.instanceId})
    call("UpdatePolicy", {**policy, **resources, "Resources": '["key/key-aes-128"]'})
    checks.equal("UpdatePolicy", "resources", ["key/key-aes-128"], call("DescribePolicy", policy)["Resources"])
    policies = json.dumps([policy["Name"]])
    call("CreateApplicationAccessPoint", {**point, "AuthenticationMethod": "ClientKey", "Policies": policies})
    call("UpdateApplicationAccessPoint", {**point, "Policies": policies, "Description": "new"})
    checks.equal("UpdateApplicationAccessPoint", "description", "new", call("DescribeApplicationAccessPoint", point)["Description"])
    created = call("CreateClientKey", {"AapName": point["Name"], "Password": "Abcd-1234"})
    key = {"ClientKeyId": created["ClientKeyId"]}
    checks.equal("GetClientKey", "access point", point["Name"], call("GetClientKey", key)["AapName"])
    listed = call("ListClientKeys", {"AapName": point["Name"]})["ClientKeys"]
    checks.equal("ListClientKeys", "has it", [key["ClientKeyId"]], [entry["ClientKeyId"] for entry in listed])
    lists = (("NetworkRules", rule, "NetworkRules"), ("Policies", policy, "Policies"))
    for kind, entry, field in (*lists, ("ApplicationAccessPoints", point, "ApplicationAccessPoints")):
        listed = call(f"List{kind}", {"PageNumber": 1, "PageSize": 100})[field][kind.replace("ies", "y").rstrip("s")]
        checks.equal(f"List{kind}", "has it", True, entry["Name"] in [one["Name"] for one in listed])
    call("DeleteClientKey", key)
    checks.refused("DeleteClientKey", "again", "Forbidden.ResourceNotFound", lambda: call("GetClientKey", key))
    for operation, entry in (("ApplicationAccessPoint", point), ("Policy", policy), ("NetworkRule", rule)):
        call(f"Delete{operation}", entry)
        describe = lambda: call(f"Describe{operation}", entry)
        checks.refused(f"Delete{operation}", "is gone", "Forbidden.ResourceNotFound", describe)


def account(call, kms, checks):
    regions = [entry["RegionId"] for entry in call("DescribeRegions")["Regions"]["Region"]]
    checks.equal("DescribeRegions", "has this one", True, kms.regionId in regions)
    checks.equal("DescribeAccountKmsStatus", "status", "Enabled", call("DescribeAccountKmsStatus")["AccountStatus"])
    checks.equal("OpenKmsService", "request id", 36, len(call("OpenKmsService")["RequestId"]))
    instance = {"KmsInstanceId": kms.instanceId}
    told = call("GetKmsInstance", instance)["KmsInstance"]
    checks.equal("GetKmsInstance", "its CA", "-----BEGIN CERTIFICATE-----", told["CaCertificateChainPem"][:27])
    listed = call("ListKmsInstances", {"PageNumber": 1, "PageSize": 10})["KmsInstances"]["KmsInstance"]
    checks.equal("ListKmsInstances", "has it", True, kms.instanceId in [entry["KmsInstanceId"] for entry in listed])
    quotas = call("GetKmsInstanceQuotaInfos", instance)
    checks.equal("GetKmsInstanceQuotaInfos", "are told", True, "KmsInstanceQuotaInfos" in quotas)
    checks.equal("GetDefaultKmsInstance", "is it", kms.instanceId, call("GetDefaultKmsInstance")["DefaultKmsInstanceId"])


def instances(call, kms, checks):
    instance = {"KmsInstanceId": kms.instanceId}
    told = lambda: call("GetKmsInstance", instance)["KmsInstance"]
    call("ConnectKmsInstance", {**instance, "VpcId": "vpc-1", "KMProvider": "Aliyun", "VSwitchIds": "vsw-1,vsw-2", "ZoneIds": "a,b"})
    checks.equal("ConnectKmsInstance", "is told", ["vpc-1", "Connected"], [told()["VpcId"], told()["Status"]])
    vpc = {"VpcId": "vpc-2", "VSwitchId": "vsw-3", "RegionId": kms.regionId, "VpcOwnerId": kms.accountId}
    call("UpdateKmsInstanceBindVpc", {**instance, "BindVpcs": json.dumps([vpc])})
    checks.equal("UpdateKmsInstanceBindVpc", "is told", {"BindVpc": [vpc]}, told()["BindVpcs"])
    other = {"KmsInstanceId": "kst-conformance-other"}
    call("ReleaseKmsInstance", {**other, "ForceDeleteWithoutBackup": "true"})
    checks.refused("ReleaseKmsInstance", "is gone", "Forbidden.DKMSInstanceNotFound", lambda: call("GetKmsInstance", other))
