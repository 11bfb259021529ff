"""The official Encryption SDK for Python, with its cache of data keys."""

from functools import partial

import aliyun_encryption_sdk.kms.kms as encryption_kms
from aliyun_encryption_sdk.cache.local import LocalDataKeyMaterialCache
from aliyun_encryption_sdk.ckm.cache import CachingCryptoKeyManager
from aliyun_encryption_sdk.client import AliyunCrypto
from aliyun_encryption_sdk.kms import AliyunConfig
from aliyun_encryption_sdk.provider.default import DefaultDataKeyProvider
from aliyunsdkcore.client import AcsClient
from aliyunsdkcore.profile import region_provider
from tasks import read_facts, serve_tasks

facts = read_facts()
# It knows the hosts of the cloud only, and its own list of CAs.
region_provider.modify_point("Kms", facts["regionId"], f"{facts['host']}:{facts['port']}")
encryption_kms.AcsClient = partial(AcsClient, verify=facts["caFile"])

manager = CachingCryptoKeyManager(LocalDataKeyMaterialCache(), max_survival_time=3_600_000)
crypto = AliyunCrypto(AliyunConfig(facts["accessKeyId"], facts["accessKeySecret"]), manager)
provider = DefaultDataKeyProvider(facts["keyArn"])
data = bytes([7]) * 1024
context = {"table": "cards"}
message, _ = crypto.encrypt(provider, data, context)

serve_tasks(
    {
        "encrypt": lambda: crypto.encrypt(provider, data, context),
        "decrypt": lambda: crypto.decrypt(provider, message),
    }
)
