"""Tags of keys and secrets, by the older and the newer APIs."""

import json

from alibabacloud_kms20160120 import models


def run(kms, checks):
    key_id = kms.call("CreateKey", tags=json.dumps([{"TagKey": "made", "TagValue": "with"}]))["KeyMetadata"]["KeyId"]
    kms.call("TagResource", key_id=key_id, tags=json.dumps([{"TagKey": "team", "TagValue": "a+b/c"}]))
    tags = kms.call("ListResourceTags", key_id=key_id)["Tags"]["Tag"]
    expected = [
        {"KeyId": key_id, "TagKey": key, "TagValue": value} for key, value in (("made", "with"), ("team", "a+b/c"))
    ]
    checks.equal("ListResourceTags", "of a key", expected, sorted(tags, key=lambda tag: tag["TagKey"]))
    kms.call("UntagResource", key_id=key_id, tag_keys='["made"]')
    left = [tag["TagKey"] for tag in kms.call("ListResourceTags", key_id=key_id)["Tags"]["Tag"]]
    checks.equal("UntagResource", "leaves the other", ["team"], left)

    name = "python/tagged"
    kms.call("CreateSecret", secret_name=name, secret_data="x", version_id="v1")
    kms.call("TagResource", secret_name=name, tags=json.dumps([{"TagKey": "old", "TagValue": "1"}]))
    tag = models.TagResourcesRequestTag(key="new", value="u=b")
    by = {"region_id": kms.facts.regionId, "resource_type": "secret", "resource_id": [name]}
    kms.call("TagResources", tag=[tag], **by)
    listed = lambda **more: {
        entry["TagKey"]: entry["TagValue"]
        for entry in kms.call("ListTagResources", **by, **more)["TagResources"]["TagResource"]
    }
    checks.equal("TagResources", "adds to those of the secret", {"old": "1", "new": "u=b"}, listed())
    only = listed(tag=[models.ListTagResourcesRequestTag(key="old", value="1")])
    checks.true("ListTagResources", "of resources with a tag", "old" in only, only)
    kms.call("UntagResources", tag_key=["old"], **by)
    checks.equal("UntagResources", "by its key", {"new": "u=b"}, listed())
    kms.call("UntagResources", all=True, **by)
    checks.equal("UntagResources", "all", {}, listed())
    kms.call("TagResource", secret_name=name, tags=json.dumps([{"TagKey": "old", "TagValue": "1"}]))
    kms.call("UntagResource", secret_name=name, tag_keys='["old"]')
    checks.equal("UntagResource", "of a secret", {}, listed())
    bad = [models.TagResourcesRequestTag(key="acs:x", value="1")]
    checks.refused("TagResources", "of KMS's own", "InvalidParameter", lambda: kms.call("TagResources", tag=bad, **by))
