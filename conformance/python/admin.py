"""The admin API of the local KMS."""

import json
import urllib.request


class Admin:
    def __init__(self, facts):
        self.facts = facts

    def fault(self, fault):
        """What the next calls meet."""
        self._administer("faults", fault)

    def advance(self, duration):
        """Moves the clock of KMS."""
        self._administer("clock", {"advance": duration})

    def calls(self, api):
        """What was called, the latest last."""
        return self._administer(f"requests?api={api}")["requests"]

    def _administer(self, path, body=None):
        request = urllib.request.Request(
            f"{self.facts.adminEndpoint}/admin/{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self.facts.adminToken}"},
        )
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)
