"""Calls by the names of the wire, as the items of the exchange have them."""

import importlib
import json

from aliyunsdkcore.acs_exception.exceptions import ClientException, ServerException
from alibabacloud_dkms_transfer.kms_transfer_acs_client import KmsTransferAcsClient
from openapi.models import Config


def code_of(error):
    return error.get_error_code() if isinstance(error, (ClientException, ServerException)) else None


def has(operation):
    try:
        _request_class(operation)
    except ModuleNotFoundError:
        return False
    return True


def _request_class(operation):
    module = importlib.import_module(f"aliyunsdkkms.request.v20160120.{operation}Request")
    return getattr(module, f"{operation}Request")


def _client(facts, config):
    return KmsTransferAcsClient(
        config, facts.accessKeyId, facts.accessKeySecret, facts.regionId, port=facts.port, verify=facts.caFile
    )


class Asking:
    """Clients of an instance and of the public gateway."""

    def __init__(self, facts):
        config = Config(
            protocol="https",
            endpoint=f"{facts.host}:{facts.port}",
            client_key_file=facts.clientKeyFile,
            password=facts.clientKeyPassword,
            ca_file_path=facts.caFile,
        )
        self._host = facts.host
        transfer = _client(facts, config)
        self._clients = {"transfer": transfer, "transferLow": transfer, "public": _client(facts, None)}

    def call(self, kind, operation, fields):
        """The answer, by wire names."""
        request = _request_class(operation)()
        request.set_accept_format("JSON")
        request.set_protocol_type("https")
        request.set_endpoint(self._host)
        for name, value in fields.items():
            text = json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value
            getattr(request, f"set_{name}")(text)
        return json.loads(self._clients[kind].do_action_with_exception(request))

    def item(self, item):
        return self.call(item["kind"], item["operation"], item["request"])
