"""The TransferClient of the official SDK in its low-version mode, for instances without the Advance APIs."""

from admin import Admin
from asking import Methods, code_of
from checks import Checks, facts, hand_over, theirs
from connecting import new_transfer_client, runtime_options
from scenarios import rotation, transfer

checks = Checks(code_of)
kms = facts()
methods = Methods(new_transfer_client(kms, force_low_version_crypto_transfer=True))


def ask(item):
    return methods.public(item["operation"], item["request"], *runtime_options(kms, item))


items = theirs(["transferLow"], binding="json")
for item in items:
    checks.item(item, ask)
made = []
with checks.step("(exchange)", "things of its own"):
    made = [*transfer.made(methods.public, low=True), *transfer.encoded(methods, kms)]
hand_over("python-kms-sdk-low-version", made)
with checks.step("(transfer)", "operations"):
    transfer.run(methods.public, checks)
with checks.step("(transfer)", "rotation"):
    rotation.run(kms, Admin(kms), checks, items, ask, methods.public)
