"""What the official secret caches for Python have in common, of both generations."""

from contextlib import closing

OPERATION = "SecretCache"
DEFAULT_TTL_MS = 3_600_000


def read(cache, request):
    """A secret in names of the wire, as the cache gives it the second time, from memory."""
    name = request["SecretName"]
    cache.get_secret_info(name)
    info = cache.get_secret_info(name)
    ttl = cache.refresh_secret_strategy.parse_ttl(info)
    is_text = info.secret_data_type == "text"
    return {
        **({"SecretData": info.secret_value} if is_text else {"SecretBytes": {"base64": info.secret_value}}),
        "SecretDataType": info.secret_data_type,
        "VersionId": info.version_id,
        "TtlMs": ttl if ttl > 0 else DEFAULT_TTL_MS,
    }


def check_items(checks, items, cache_of, way):
    """What our cache reads; `cache_of(stage)` makes a cache, as they know one stage."""
    for item in items:
        with closing(cache_of(item["request"].get("VersionStage", "ACSCurrent"))) as cache:
            told = {**item, "case": f"{way}: {item['case']}"}
            checks.item(told, lambda wanted, cache=cache: read(cache, wanted["request"]))


def handed_over(case, cache, name):
    """What this cache reads, for ours."""
    request = {"SecretName": name}
    answer = read(cache, request)
    return {"kind": "secretCache", "operation": OPERATION, "case": case, "request": request, "answer": answer}
