"""What the programs in Python share: facts of the local KMS, reporting, the exchange with our clients."""

import json
import os
import sys
import traceback
from contextlib import contextmanager
from types import SimpleNamespace


class Checks:
    """Prints one line of JSON for each check."""

    def __init__(self, code_of):
        """code_of: the code of KMS in what this client raises, or None for what is no answer of KMS."""
        self._code_of = code_of

    def report(self, operation, case, difference=None):
        line = {"operation": operation, "case": case, "passed": difference is None}
        if difference is not None:
            line["difference"] = difference
        print(json.dumps(line, ensure_ascii=False), flush=True)

    def equal(self, operation, case, expected, actual):
        same = expected == actual and type(expected) is type(actual)
        self.report(operation, case, None if same else f"expected {expected!r}, got {actual!r}")

    def true(self, operation, case, value, got=None):
        self.report(operation, case, None if value else f"expected it to hold, got {value if got is None else got!r}")

    def refused(self, operation, case, code, call):
        """The call fails with this code of KMS."""
        try:
            answer = call()
        except Exception as error:  # Which classes there are differs from client to client.
            got = self._code_of(error)
            self.report(operation, case, None if got == code else f"expected {code}, got {got or repr(error)}")
        else:
            self.report(operation, case, f"expected {code}, got the answer {answer!r}")

    def item(self, item, ask):
        """One item of the exchange; `ask` answers it in names of the wire."""
        case = f"{item['kind']}, {item['case']}"
        if "code" in item:
            self.refused(item["operation"], case, item["code"], lambda: ask(item))
            return
        with self.step(item["operation"], case):
            answer = ask(item)
            self.equal(item["operation"], case, item["answer"], {name: answer.get(name) for name in item["answer"]})

    @contextmanager
    def step(self, operation, case):
        """What fails inside is a difference of this case, and the program goes on after it."""
        try:
            yield
        except Exception as error:
            traceback.print_exc(file=sys.stderr)
            self.report(operation, case, f"expected an answer, got {type(error).__name__}: {error}"[:500])


def facts():
    """What the local KMS told about itself when it was ready."""
    return SimpleNamespace(**json.loads(os.environ["CONFORMANCE_KMS"]))


def exchange_file(name):
    return os.path.join(os.environ["CONFORMANCE_EXCHANGE"], name)


def theirs(kinds, binding=None):
    """Items of these kinds that our clients made; of those bound to a context that are bound in this way."""
    with open(exchange_file("ours.json"), encoding="utf-8") as file:
        return [item for item in json.load(file) if item["kind"] in kinds and item.get("binding") in (None, binding)]


def hand_over(client, items):
    """For our clients to check."""
    with open(exchange_file(f"{client}.json"), "w", encoding="utf-8") as file:
        json.dump(items, file, indent=1, ensure_ascii=False)
