"""Hits of the official secret cache for Python."""

from alibaba_cloud_secretsmanager_client.model.region_info import RegionInfo
from alibaba_cloud_secretsmanager_client.secret_manager_cache_client_builder import SecretManagerCacheClientBuilder
from alibaba_cloud_secretsmanager_client.service.default_secret_manager_client_builder import (
    BaseSecretManagerClientBuilder,
)
from tasks import read_facts, serve_tasks

facts = read_facts()
region = RegionInfo(facts["regionId"], endpoint=f"{facts['host']}:{facts['port']}")
builder = BaseSecretManagerClientBuilder.standard()
builder = builder.with_access_key(facts["accessKeyId"], facts["accessKeySecret"]).add_region_info(region)
cache = SecretManagerCacheClientBuilder.new_cache_client_builder(builder.build()).build()
name = facts["secretName"]
cache.get_secret_info(name)


def hits():
    for _ in range(facts["hitsPerCall"]):
        cache.get_secret_info(name)


serve_tasks({"hits": hits})
cache.close()
