"""Changes secrets, with the official client of the generation that the cache is built on, and moves things in KMS."""

import json
import urllib.request

from aliyunsdkcore.client import AcsClient
from aliyunsdkkms.request.v20160120.CreateSecretRequest import CreateSecretRequest
from aliyunsdkkms.request.v20160120.PutSecretValueRequest import PutSecretValueRequest
from aliyunsdkkms.request.v20160120.RotateSecretRequest import RotateSecretRequest

REQUESTS = {
    "CreateSecret": CreateSecretRequest,
    "PutSecretValue": PutSecretValueRequest,
    "RotateSecret": RotateSecretRequest,
}


class Writer:
    def __init__(self, facts):
        self.facts = facts
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
        calls = self._administer("requests?api=GetSecretValue")["requests"]
        return len([call for call in calls if call.get("secretName") == name])

    def fault(self, fault):
        self._administer("faults", fault)

    def _administer(self, path, body=None):
        request = urllib.request.Request(
            f"{self.facts.adminEndpoint}/admin/{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self.facts.adminToken}"},
        )
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)
