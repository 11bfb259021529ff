"""Keys: their states, versions, rotation, aliases and lists."""

import json


def run(kms, checks):
    for part in (life, rotation, versions, aliases, lists, deletion_protection):
        with checks.step("keys", part.__name__):
            part(kms, checks)


def life(kms, checks):
    description = "made in Python & 密钥 *~'()+"
    created = kms.call("CreateKey", dkmsinstance_id=kms.facts.instanceId, description=description)["KeyMetadata"]
    key_id = created["KeyId"]
    metadata = lambda: kms.call("DescribeKey", key_id=key_id)["KeyMetadata"]
    state = lambda: metadata()["KeyState"]
    told = {name: value for name, value in metadata().items() if name in created}
    checks.equal("CreateKey", "answers what DescribeKey says", created, told)
    expected = {
        "Arn": f"acs:kms:{kms.facts.regionId}:{kms.facts.accountId}:key/{key_id}",
        "Description": description,
        "DKMSInstanceId": kms.facts.instanceId,
        "KeySpec": "Aliyun_AES_256",
        "KeyUsage": "ENCRYPT/DECRYPT",
        "KeyState": "Enabled",
        "Origin": "Aliyun_KMS",
        "AutomaticRotation": "Disabled",
    }
    checks.equal("DescribeKey", "what it was made with", expected, {name: told[name] for name in expected})
    by_arn = kms.call("DescribeKey", key_id=expected["Arn"])["KeyMetadata"]["KeyId"]
    checks.equal("DescribeKey", "by its ARN", key_id, by_arn)
    checks.equal(
        "DescribeKey", "asynchronously", key_id, kms.call_async("DescribeKey", key_id=key_id)["KeyMetadata"]["KeyId"]
    )

    kms.call("DisableKey", key_id=key_id)
    checks.equal("DisableKey", "disables", "Disabled", state())
    encrypt = lambda: kms.call("Encrypt", key_id=key_id, plaintext="aGVsbG8=")
    checks.refused("Encrypt", "with a disabled key", "Rejected.Disabled", encrypt)
    kms.call("EnableKey", key_id=key_id)
    checks.equal("EnableKey", "enables", "Enabled", state())
    cancel = lambda: kms.call("CancelKeyDeletion", key_id=key_id)
    checks.refused("CancelKeyDeletion", "of a key that stays", "Rejected.StateModifiedFailed", cancel)
    kms.call("ScheduleKeyDeletion", key_id=key_id, pending_window_in_days=7)
    going = metadata()
    checks.equal(
        "ScheduleKeyDeletion", "waits", ["PendingDeletion", True], [going["KeyState"], bool(going["DeleteDate"])]
    )
    checks.refused("Encrypt", "with a key that waits for its deletion", "Rejected.PendingDeletion", encrypt)
    again = lambda: kms.call("EnableKey", key_id=key_id)
    checks.refused("EnableKey", "of a key that waits for its deletion", "Rejected.StateModifiedFailed", again)
    cancel()
    checks.equal("CancelKeyDeletion", "keeps the key", "Enabled", state())
    kms.call("UpdateKeyDescription", key_id=key_id, description="other")
    checks.equal("UpdateKeyDescription", "is told", "other", metadata()["Description"])


def rotation(kms, checks):
    key_id = kms.call("CreateKey", enable_automatic_rotation=True, rotation_interval="30d")["KeyMetadata"]["KeyId"]
    told = lambda: [
        kms.call("DescribeKey", key_id=key_id)["KeyMetadata"].get(name)
        for name in ("AutomaticRotation", "RotationInterval")
    ]
    checks.equal("CreateKey", "that rotates", ["Enabled", "2592000s"], told())
    kms.call("UpdateRotationPolicy", key_id=key_id, enable_automatic_rotation=True, rotation_interval="7d")
    checks.equal("UpdateRotationPolicy", "of 7 days", ["Enabled", "604800s"], told())
    kms.call("UpdateRotationPolicy", key_id=key_id, enable_automatic_rotation=False)
    checks.equal("UpdateRotationPolicy", "off", "Disabled", told()[0])
    short = lambda: kms.call(
        "UpdateRotationPolicy", key_id=key_id, enable_automatic_rotation=True, rotation_interval="6d"
    )
    checks.refused("UpdateRotationPolicy", "too often", "InvalidParameter", short)


def versions(kms, checks):
    created = kms.call("CreateKey", key_spec="EC_P256", key_usage="SIGN/VERIFY")["KeyMetadata"]
    key_id, first = created["KeyId"], created["PrimaryKeyVersion"]
    listed = kms.call("ListKeyVersions", key_id=key_id, page_number=1, page_size=10)
    checks.equal(
        "ListKeyVersions", "the first", [first], [v["KeyVersionId"] for v in listed["KeyVersions"]["KeyVersion"]]
    )
    told = kms.call("DescribeKeyVersion", key_id=key_id, key_version_id=first)["KeyVersion"]
    checks.equal("DescribeKeyVersion", "as it is listed", listed["KeyVersions"]["KeyVersion"][0], told)
    soon = lambda: kms.call("CreateKeyVersion", key_id=key_id)
    checks.refused("CreateKeyVersion", "within 7 days", "Rejected.LimitExceeded", soon)
    kms.advance("8d")
    second = soon()["KeyVersion"]["KeyVersionId"]
    primary = kms.call("DescribeKey", key_id=key_id)["KeyMetadata"]["PrimaryKeyVersion"]
    checks.equal("CreateKeyVersion", "is the one in use", second, primary)
    checks.equal("ListKeyVersions", "both", 2, kms.call("ListKeyVersions", key_id=key_id)["TotalCount"])
    unknown = lambda: kms.call("DescribeKeyVersion", key_id=key_id, key_version_id="0" * 36)
    checks.refused("DescribeKeyVersion", "unknown", "Forbidden.ResourceNotFound", unknown)


def aliases(kms, checks):
    one, other = (kms.call("CreateKey")["KeyMetadata"]["KeyId"] for _ in range(2))
    alias = "alias/python-3-3"
    kms.call("CreateAlias", key_id=one, alias_name=alias)
    by_alias = lambda: kms.call("DescribeKey", key_id=alias)["KeyMetadata"]["KeyId"]
    checks.equal("CreateAlias", "names the key", one, by_alias())
    taken = lambda: kms.call("CreateAlias", key_id=other, alias_name=alias)
    checks.refused("CreateAlias", "that is taken", "Rejected.ResourceExist", taken)
    kms.call("UpdateAlias", key_id=other, alias_name=alias)
    checks.equal("UpdateAlias", "names the other key", other, by_alias())
    of_key = kms.call("ListAliasesByKeyId", key_id=other, page_number=1, page_size=100)["Aliases"]["Alias"]
    arn = f"acs:kms:{kms.facts.regionId}:{kms.facts.accountId}:{alias}"
    checks.equal("ListAliasesByKeyId", "the one", [{"AliasArn": arn, "AliasName": alias, "KeyId": other}], of_key)
    listed = kms.call("ListAliases", page_number=1, page_size=100)["Aliases"]["Alias"]
    checks.true("ListAliases", "that one too", of_key[0] in listed, listed)
    kms.call("DeleteAlias", alias_name=alias)
    checks.refused("DeleteAlias", "is forgotten", "Forbidden.AliasNotFound", by_alias)


def lists(kms, checks):
    made = [kms.call("CreateKey")["KeyMetadata"] for _ in range(3)]
    pages = [kms.call("ListKeys", page_number=number, page_size=2) for number in (1, 2)]
    ids = [key["KeyId"] for page in pages for key in page["Keys"]["Key"]]
    checks.equal(
        "ListKeys",
        "by pages",
        [1, 2, 2, 4],
        [pages[0]["PageNumber"], pages[1]["PageNumber"], pages[0]["PageSize"], len(set(ids))],
    )
    kms.call("DisableKey", key_id=made[0]["KeyId"])
    filters = json.dumps([{"Key": "KeyState", "Values": ["Disabled"]}])
    disabled = kms.call("ListKeys", filters=filters, page_size=100)["Keys"]["Key"]
    checks.true(
        "ListKeys", "the disabled ones", {"KeyId": made[0]["KeyId"], "KeyArn": made[0]["Arn"]} in disabled, disabled
    )
    checks.true("ListKeys", "only those", made[1]["KeyId"] not in [key["KeyId"] for key in disabled], disabled)
    checks.refused("ListKeys", "pages of 101", "InvalidParameter", lambda: kms.call("ListKeys", page_size=101))


def deletion_protection(kms, checks):
    created = kms.call("CreateKey")["KeyMetadata"]
    protect = lambda on: kms.call(
        "SetDeletionProtection",
        protected_resource_arn=created["Arn"],
        enable_deletion_protection=on,
        deletion_protection_description="in use",
    )
    protect(True)
    told = kms.call("DescribeKey", key_id=created["KeyId"])["KeyMetadata"]
    names = ("DeletionProtection", "DeletionProtectionDescription")
    checks.equal("SetDeletionProtection", "is told", ["Enabled", "in use"], [told[name] for name in names])
    delete = lambda: kms.call("ScheduleKeyDeletion", key_id=created["KeyId"], pending_window_in_days=7)
    checks.refused("ScheduleKeyDeletion", "of a protected key", "Rejected.DeletionProtection", delete)
    protect(False)
    delete()
