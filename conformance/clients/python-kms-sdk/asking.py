"""Calls by the names of the wire, as the items of the exchange have them: bytes are {"base64": "..."}."""

import base64
import re

from alibabacloud_kms20160120 import models as public_models
from sdk import models as instance_models
from Tea.exceptions import TeaException


def code_of(error):
    return error.code if isinstance(error, TeaException) else None


def method_of(operation):
    return re.sub(r"(?<!^)(?=[A-Z])", "_", operation).lower()


def as_bytes(value):
    """Of an item: bytes where it has them."""
    return base64.b64decode(value["base64"]) if isinstance(value, dict) and "base64" in value else value


def as_item(value):
    return {"base64": base64.b64encode(value).decode()} if isinstance(value, bytes) else value


def ask(client, models, operation, request, *options):
    """The answer as a dictionary of wire names; of a client of the public gateway its body."""
    model = getattr(models, f"{operation}Request", None)
    arguments = [model().from_map({name: as_bytes(value) for name, value in request.items()})] if model else []
    method = method_of(operation) + ("_with_options" if options else "")
    answer = getattr(client, method)(*arguments, *options).to_map()
    return {name: as_item(value) for name, value in answer.get("body", answer).items()}


def ask_instance(client, operation, request, *options):
    return ask(client, instance_models, operation, request, *options)


def ask_public(client, operation, request, *options):
    return ask(client, public_models, operation, request, *options)


class Methods:
    """Which methods of a client were called, of those that it has."""

    def __init__(self, client):
        self.client = client
        self._called = set()

    def has(self, operation):
        return hasattr(self.client, method_of(operation))

    def instance(self, operation, request):
        self._called.add(method_of(operation))
        return ask_instance(self.client, operation, request)

    def public(self, operation, request=None, *options):
        self._called.add(method_of(operation))
        return ask_public(self.client, operation, request or {}, *options)

    def check(self, checks, not_served=()):
        """Each of its methods was called, and answered or refused as it had to be."""
        for operation in not_served:
            checks.refused(operation, "is not served", "InvalidAction.NotFound", lambda: self.public(operation))
        ending = "_with_options"
        methods = {name[: -len(ending)] for name in dir(self.client) if name.endswith(ending)}
        checks.equal("(methods)", "each was called", [], sorted(methods - self._called))
