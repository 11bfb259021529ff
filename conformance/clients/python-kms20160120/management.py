"""The official client for all APIs of the public gateway, and what every answer has to satisfy."""

import asyncio
import typing

from admin import Admin
from alibabacloud_kms20160120 import models
from alibabacloud_kms20160120.client import Client
from alibabacloud_tea_openapi.utils_models import Config
from darabonba.exceptions import DaraException
from darabonba.model import DaraModel


class WatchedClient(Client):
    """Keeps what KMS answered before the client's models read it."""

    raw_body = None

    def call_api(self, params, request, runtime):
        answer = super().call_api(params, request, runtime)
        self.raw_body = answer["body"]
        return answer


class Management(Admin):
    """`call("CreateKey", key_spec="RSA_2048")`: the answer, in the names of the wire."""

    def __init__(self, facts, **changes):
        super().__init__(facts)
        key = {"access_key_id": facts.accessKeyId, "access_key_secret": facts.accessKeySecret}
        config = {**key, "region_id": facts.regionId, **changes}
        self.client = WatchedClient(Config(endpoint=f"{facts.host}:{facts.port}", ca=facts.caFile, **config))
        self.methods = {name.replace("_", ""): name for name in dir(Client) if f"{name}_with_options" in dir(Client)}
        self.answered = set()
        self.misread = {}

    def call(self, api, **fields):
        method = getattr(self.client, self.methods[api.lower()])
        answer = method(*self._request(api, fields))
        self._read(api, answer.body)
        return answer.body.to_map()

    def call_async(self, api, **fields):
        method = getattr(self.client, f"{self.methods[api.lower()]}_async")
        return asyncio.run(method(*self._request(api, fields))).body.to_map()

    def _request(self, api, fields):
        request = getattr(models, f"{api}Request", None)
        return [request(**fields)] if request else []

    def _read(self, api, body):
        self.answered.add(api.lower())
        wrong = list(wrong_types(body))
        if body.to_map() != self.client.raw_body:
            wrong.append(f"of {self.client.raw_body} its models know {body.to_map()}")
        if wrong:
            self.misread.setdefault(api, "; ".join(wrong)[:500])


def wrong_types(model):
    """Fields that are not of the type that the client's models say."""
    hints = typing.get_type_hints(type(model).__init__)
    for name, hint in hints.items():
        value = getattr(model, name, None)
        if value is not None:
            yield from wrong_value(f"{type(model).__name__}.{name}", hint, value)


def wrong_value(place, hint, value):
    if typing.get_origin(hint) is list:
        if not isinstance(value, list):
            yield f"{place}: {value!r} is no list"
            return
        for entry in value:
            yield from wrong_value(place, typing.get_args(hint)[0], entry)
    elif isinstance(value, DaraModel):
        yield from wrong_types(value)
    elif type(value) is not hint:
        yield f"{place}: {value!r} is no {hint.__name__}"


def code_of(error):
    return error.code if isinstance(error, DaraException) and getattr(error, "data", None) else None
