"""The Client of the official SDK: the gateway of an instance, and management through it."""

import json

from alibabacloud_kms20160120 import models
from alibabacloud_tea_util.models import RuntimeOptions

from admin import Admin
from asking import Methods, code_of, method_of
from checks import Checks, facts, hand_over, theirs
from connecting import new_client
from scenarios import account, connection, instance, management, rotation

checks = Checks(code_of)
kms = facts()
client = new_client(kms)
methods = Methods(client)


def manage(operation, request=None):
    """By the method of the API; for what the instance serves by another one, and for what has none by its name."""
    shared = getattr(client, f"{method_of(operation)}_by_shared_endpoint", None)
    if shared:
        return shared(getattr(models, f"{operation}Request")().from_map(request)).body.to_map()
    if operation not in ("Encrypt", "Decrypt", "GenerateDataKey") and methods.has(operation):
        return methods.public(operation, request)
    parameters = {name: json.dumps(value) if isinstance(value, dict) else value for name, value in (request or {}).items()}
    return client.do_action(parameters, operation, RuntimeOptions())["body"]


for item in theirs(["instance"]):
    checks.item(item, lambda wanted: methods.instance(wanted["operation"], wanted["request"]))
for item in theirs(["public"]):
    checks.item(item, lambda wanted: manage(wanted["operation"], wanted["request"]))
made = []
with checks.step("(exchange)", "things of its own"):
    made = instance.made(methods.instance)
hand_over("python-kms-sdk-client", made)
with checks.step("(instance)", "operations"):
    instance.run(methods.instance, checks)
management.run(manage, kms, checks)
account.run(manage, kms, checks)
with checks.step("(connection)", "credentials and trust"):
    connection.run(kms, Admin(kms), checks)
advanced = [item for item in theirs(["instance"]) if item["operation"] == "AdvanceDecrypt"]
with checks.step("(instance)", "rotation"):
    ask = lambda wanted: methods.instance(wanted["operation"], wanted["request"])
    rotation.run(kms, Admin(kms), checks, advanced, ask, manage)
methods.check(checks)
