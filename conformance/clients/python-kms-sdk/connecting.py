"""Clients of the official SDK, made with what the local KMS says of itself."""

from alibabacloud_kms_kms20160120.client import Client
from alibabacloud_kms_kms20160120.models import KmsConfig, KmsRuntimeOptions
from alibabacloud_kms_kms20160120.transfer_client import TransferClient
from alibabacloud_tea_openapi.models import Config as PublicConfig
from openapi.models import Config as InstanceConfig


def endpoint_of(facts):
    return f"{facts.host}:{facts.port}"


def client_key(facts):
    return {"client_key_file": facts.clientKeyFile, "password": facts.clientKeyPassword}


def instance_config(facts, **credential):
    return InstanceConfig(
        protocol="https",
        endpoint=endpoint_of(facts),
        ca_file_path=facts.caFile,
        **(credential or client_key(facts)),
    )


def public_config(facts):
    return PublicConfig(
        endpoint=endpoint_of(facts),
        region_id=facts.regionId,
        access_key_id=facts.accessKeyId,
        access_key_secret=facts.accessKeySecret,
        ca=facts.caFile,
    )


def new_client(facts):
    return Client(kms_instance_config=instance_config(facts), open_api_config=public_config(facts))


def kms_config(facts, **options):
    config = KmsConfig(protocol="https", endpoint=endpoint_of(facts), **client_key(facts), **options)
    config.ca_file_path = facts.caFile  # An attribute only: the constructor of this class does not take it.
    return config


def new_transfer_client(facts, is_use_kms_share_gateway=False, **options):
    return TransferClient(
        config=public_config(facts),
        kms_config=kms_config(facts, **options),
        is_use_kms_share_gateway=is_use_kms_share_gateway,
    )


def runtime_options(facts, item):
    """Of a call that an item asks for."""
    return [KmsRuntimeOptions(encoding=item["encoding"], ca=facts.caFile)] if "encoding" in item else []
