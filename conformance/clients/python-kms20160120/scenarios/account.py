"""What belongs to no key, secret or instance."""


def run(kms, checks):
    checks.equal("DescribeAccountKmsStatus", "is on", "Enabled", kms.call("DescribeAccountKmsStatus")["AccountStatus"])
    regions = [region["RegionId"] for region in kms.call("DescribeRegions")["Regions"]["Region"]]
    checks.true("DescribeRegions", "tells this one", kms.facts.regionId in regions, regions)
    checks.true("OpenKmsService", "answers a request id", len(kms.call("OpenKmsService")["RequestId"]) == 36)

    default = kms.call("GetRandomPassword")["RandomPassword"]
    checks.equal("GetRandomPassword", "is of 32 characters", 32, len(default))
    digits = kms.call(
        "GetRandomPassword",
        password_length="16",
        exclude_lowercase="true",
        exclude_uppercase="true",
        exclude_punctuation="true",
        exclude_numbers="false",
        exclude_characters="01",
        require_each_included_type="true",
    )["RandomPassword"]
    right = len(digits) == 16 and set(digits) <= set("23456789")
    checks.true("GetRandomPassword", "of the characters that are left", right, digits)
    refused = "InvalidParameter"
    checks.refused(
        "GetRandomPassword", "too short", refused, lambda: kms.call("GetRandomPassword", password_length="7")
    )
