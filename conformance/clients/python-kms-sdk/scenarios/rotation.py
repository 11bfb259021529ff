"""After a rotation everything decrypts that tells its key version."""

KEY = {"KeyId": "key-rotated"}


def run(kms, admin, checks, items, ask, describe):
    """items: what our clients made; what this client made, they check after this."""

    def primary():
        return describe("DescribeKey", KEY)["KeyMetadata"]["PrimaryKeyVersion"]

    before = primary()
    admin.advance("2d")
    checks.equal("DescribeKey", "is rotated", True, primary() != before)
    of_key = [item for item in items if item.get("answer", {}).get("KeyId") == KEY["KeyId"]]
    for item in of_key:
        checks.item({**item, "case": f"{item['case']}, after rotation"}, ask)
    checks.equal("DescribeKey", "there was something to decrypt after rotation", True, len(of_key) > 0)
