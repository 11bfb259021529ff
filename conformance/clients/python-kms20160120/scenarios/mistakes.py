"""What is refused is refused with the code of the service, by its error classes."""

from alibabacloud_tea_openapi.exceptions import ClientException, ServerException

from management import Management


def run(kms, checks):
    checks.refused(
        "DescribeKey", "unknown key", "Forbidden.KeyNotFound", lambda: kms.call("DescribeKey", key_id="none")
    )
    checks.refused(
        "DescribeKey", "unknown alias", "Forbidden.AliasNotFound", lambda: kms.call("DescribeKey", key_id="alias/none")
    )
    checks.refused("DescribeKey", "without a key", "MissingParameter", lambda: kms.call("DescribeKey"))
    name = "no/such/secret"
    checks.refused(
        "GetSecretValue",
        "unknown secret",
        "Forbidden.ResourceNotFound",
        lambda: kms.call("GetSecretValue", secret_name=name),
    )
    checks.refused(
        "Decrypt", "of nonsense", "InvalidParameter", lambda: kms.call("Decrypt", ciphertext_blob="bm9uc2Vuc2U=")
    )

    stranger = Management(kms.facts, access_key_id="LTAInobody")
    checks.refused("ListKeys", "unknown AccessKey", "InvalidAccessKeyId.NotFound", lambda: stranger.call("ListKeys"))
    liar = Management(kms.facts, access_key_secret="wrong")
    checks.refused("ListKeys", "wrong AccessKey secret", "SignatureDoesNotMatch", lambda: liar.call("ListKeys"))

    try:
        kms.call("DescribeKey", key_id="none")
    except ClientException as error:
        got = [error.status_code, error.data["Message"], len(error.request_id)]
        checks.equal("DescribeKey", "status, message, request id", [404, "The specified Key is not found.", 36], got)
    for code, status, expected in (
        ("Rejected.Throttling", 429, ClientException),
        ("InternalFailure", 500, ServerException),
        ("ServiceUnavailableTemporary", 503, ServerException),
    ):
        kms.fault({"api": "ListAliases", "code": code, "times": 1})
        try:
            kms.call("ListAliases")
            checks.equal("ListAliases", f"fault {code}", expected.__name__, "an answer")
        except expected as error:
            checks.equal("ListAliases", f"fault {code}", [status, code], [error.status_code, error.code])
