"""Changes secrets, with the official client of the generation that the cache is built on, and moves things in KMS."""

import json

from admin import Admin
from aliyunsdkcore.client import AcsClient
from aliyunsdkkms.request.v20160120.CreateSecretRequest import CreateSecretRequest
from aliyunsdkkms.request.v20160120.PutSecretValueRequest import PutSecretValueRequest
from aliyunsdkkms.request.v20160120.RotateSecretRequest import RotateSecretRequest

REQUESTS = {
    "CreateSecret": CreateSecretRequest,
    "PutSecretValue": PutSecretValueRequest,
    "RotateSecret": RotateSecretRequest,
}


class Writer(Admin):
    def __init__(self, facts):
        super().__init__(facts)
        self.client = AcsClient(facts.accessKeyId, facts.accessKeySecret, facts.regionId, verify=facts.caFile)

    def call(self, api, **fields):
        """`call("PutSecretValue", SecretName="a", …)`: the answer."""
        request = REQUESTS[api]()
        request.set_endpoint(f"{self.facts.host}:{self.facts.port}")
        for name, value in fields.items():
            getattr(request, f"set_{name}")(value)
        return json.loads(self.client.do_action_with_exception(request))

    def create(self, name, data):
        """In the instance, so that both gateways have it."""
        place = {"EncryptionKeyId": "key-aes-256", "DKMSInstanceId": self.facts.instanceId}
        return self.call("CreateSecret", SecretName=name, SecretData=data, VersionId="v1", **place)

    def put(self, name, data, version):
        return self.call("PutSecretValue", SecretName=name, SecretData=data, VersionId=version)

    def reads_of(self, name):
        """How often KMS was asked for the secret."""
        return len([call for call in self.calls("GetSecretValue") if call.get("secretName") == name])
