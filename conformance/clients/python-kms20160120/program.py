"""Calls every API that the official client for Python has, by its models, as a program would."""

from checks import Checks, facts
from management import Management, code_of
from scenarios import access, account, cryptography, exchange, importing, instances, keys, mistakes, secrets, signatures, tags

# KMS answers these only to attested enclaves; no public documentation says how.
NOT_SERVED = {"getchallenge"}

checks = Checks(code_of)
kms = Management(facts())
# The exchange comes first: other scenarios move the clock.
for scenario in (exchange, signatures, account, keys, tags, importing, cryptography, secrets, access, mistakes, instances):
    with checks.step(scenario.__name__.split(".")[-1], "goes on to its end"):
        scenario.run(kms, checks)

for name, method in sorted(kms.methods.items()):
    api = "".join(word.capitalize() for word in method.split("_"))
    if name in NOT_SERVED:
        checks.refused(api, "is not served", "InvalidAction.NotFound", lambda called=api: kms.call(called))
        continue
    checks.true(api, "is called", name in kms.answered, "no call of it was answered")
    misread = [what for called, what in kms.misread.items() if called.lower() == name]
    checks.equal(api, "answers what the client's models say", [], misread)
