"""The official Python SDK. With `first-call` it makes one call and ends."""

import sys

from alibabacloud_kms_kms20160120.client import Client
from openapi.models import Config
from sdk.models import EncryptRequest
from tasks import read_facts, serve_tasks

facts = read_facts()
client = Client(
    kms_instance_config=Config(
        protocol="https",
        endpoint=f"{facts['host']}:{facts['port']}",
        client_key_file=facts["clientKeyFile"],
        password=facts["clientKeyPassword"],
        ca_file_path=facts["caFile"],
    )
)


def encrypt():
    return client.encrypt(EncryptRequest(key_id=facts["keyIds"][0], plaintext=bytes([7]) * 32))


if sys.argv[1:] == ["first-call"]:
    encrypt()
else:
    serve_tasks({"encrypt": encrypt})
