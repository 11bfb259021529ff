"""The official cache of secrets, reading by one gateway or the other."""

import os

from alibaba_cloud_secretsmanager_client.model.client_key_credentials import ClientKeyCredential
from alibaba_cloud_secretsmanager_client.model.dkms_config import DKmsConfig
from alibaba_cloud_secretsmanager_client.model.region_info import RegionInfo
from alibaba_cloud_secretsmanager_client.secret_manager_cache_client_builder import SecretManagerCacheClientBuilder
from alibaba_cloud_secretsmanager_client.service.default_secret_manager_client_builder import (
    BaseSecretManagerClientBuilder,
)
from alibaba_cloud_secretsmanager_client.service.full_jitter_back_off_strategy import FullJitterBackoffStrategy
from alibaba_cloud_secretsmanager_client.utils.client_key_utils import (
    load_rsa_key_pair_credential_and_client_key_signer,
)


def region(facts):
    return RegionInfo(facts.regionId, endpoint=f"{facts.host}:{facts.port}")


def quick(builder):
    """Tries again after milliseconds instead of seconds."""
    return builder.with_back_off_strategy(FullJitterBackoffStrategy(3, 10, 50))


def by_access_key(facts, secret=None):
    builder = quick(BaseSecretManagerClientBuilder.standard())
    return builder.with_access_key(facts.accessKeyId, secret or facts.accessKeySecret).add_region_info(region(facts))


def by_instance(facts):
    config = DKmsConfig(ca_file_path=facts.caFile)
    config.protocol = "https"
    config.region_id = facts.regionId
    config.endpoint = f"{facts.host}:{facts.port}"
    config.client_key_file = facts.clientKeyFile
    config.password = facts.clientKeyPassword
    return quick(BaseSecretManagerClientBuilder.standard()).add_dkms_config(config)


def by_client_key_on_public(facts):
    """The public gateway takes a client key too: its private key signs in place of an AccessKey secret."""
    credential, signer = load_rsa_key_pair_credential_and_client_key_signer(
        facts.clientKeyFile, facts.clientKeyPassword.encode()
    )
    builder = quick(BaseSecretManagerClientBuilder.standard())
    return builder.with_credentials(ClientKeyCredential(signer, credential)).add_region_info(region(facts))


def cache(builder, configure=lambda cache_builder: cache_builder):
    """A cache that is ready; to be closed."""
    return configure(SecretManagerCacheClientBuilder.new_cache_client_builder(builder.build())).build()


def cache_from_environment(variables):
    """As an application makes it that says everything in its environment."""
    os.environ.update(variables)
    try:
        return SecretManagerCacheClientBuilder.new_client()
    finally:
        for name in variables:
            del os.environ[name]
