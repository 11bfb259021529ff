"""The TransferClient of the official SDK: calls of KMS 1.0 at the gateway of an instance, or at the public one."""

from admin import Admin
from asking import Methods, code_of
from checks import Checks, facts, hand_over, theirs
from connecting import new_transfer_client, runtime_options
from scenarios import account, management, rotation, routing, transfer, transfer_errors

# KMS 3.0 has no certificates any more.
CERTIFICATE_APIS = [
    *(f"CertificatePrivateKey{verb}" for verb in ("Decrypt", "Sign")),
    *(f"CertificatePublicKey{verb}" for verb in ("Encrypt", "Verify")),
    *(f"{verb}Certificate" for verb in ("Delete", "Describe", "Get", "Upload")),
    "UpdateCertificateStatus",
]
# What came later than this version of the client.
LATER_APIS = {"VerifyMac"}

checks = Checks(code_of)
kms = facts()
to_instance = Methods(new_transfer_client(kms))
to_public = Methods(new_transfer_client(kms, is_use_kms_share_gateway=True))
by_kind = {"transfer": to_instance, "public": to_public}



def ask(item):
    options = runtime_options(kms, item)
    return by_kind[item["kind"]].public(item["operation"], item["request"], *options)


for api in LATER_APIS:
    checks.equal(api, "is not in this version", False, to_public.has(api))
for item in theirs(["transfer", "public"], binding="hex"):
    if item["operation"] not in LATER_APIS:
        checks.item(item, ask)
made = []
with checks.step("(exchange)", "things of its own"):
    made = [*transfer.made(to_instance.public, low=False), *transfer.encoded(to_instance, kms)]
hand_over("python-kms-sdk-transfer", made)
with checks.step("(transfer)", "operations"):
    transfer.run(to_instance.public, checks)
with checks.step("(transfer)", "routing"):
    routing.run(kms, Admin(kms), checks)
management.run(to_instance.public, kms, checks)
account.run(to_instance.public, kms, checks)
with checks.step("(transfer)", "errors"):
    transfer_errors.run(kms, Admin(kms), checks)
with checks.step("(transfer)", "rotation"):
    items = [item for item in theirs(["transfer", "public"], binding="hex") if item["operation"] == "Decrypt"]
    rotation.run(kms, Admin(kms), checks, items, ask, to_instance.public)
to_instance.check(checks, not_served=CERTIFICATE_APIS)
