"""Makes python.json of requests.json, with the official packages for Python.

    python3 -m venv .venv && .venv/bin/pip install -r requirements.txt
    .venv/bin/python make.py

`go run .` makes go.json of the same requests, with those for Go.
"""

import json
import pathlib

from alibabacloud_darabonba_encode_util.encoder import Encoder
from alibabacloud_gateway_pop.client import Client as Acs4
from alibabacloud_openapi_util.client import Client as Acs3
from Tea.request import TeaRequest

HERE = pathlib.Path(__file__).parent
given = json.loads((HERE / "requests.json").read_text())
acs4 = Acs4()


def authorization_acs3(request, headers, algorithm, content_hash):
    tea = TeaRequest()
    tea.method, tea.pathname, tea.query, tea.headers = request["method"], "/", request["query"], headers
    return Acs3.get_authorization(tea, algorithm, content_hash, given["accessKeyId"], given["accessKeySecret"])


def authorization_acs4(request, headers, algorithm, content_hash):
    date = headers["x-acs-date"][:10].replace("-", "")
    region = acs4.get_region("Kms", headers["host"], None)
    key = acs4.get_signingkey(algorithm, given["accessKeySecret"], "Kms", region, date)
    return acs4.get_authorization(
        "/", request["method"], request["query"], headers, algorithm, content_hash, given["accessKeyId"], key, "Kms", region, date
    )


def vector(request, algorithm):
    body = request["bodyText"].encode()
    is_acs4 = algorithm.startswith("ACS4-")
    content_hash = (Encoder.hash(body, algorithm) if is_acs4 else Acs3.hash(body, algorithm)).hex()
    # As the clients do: x-acs-content-sm3 is a name of ACS4 only.
    name = "x-acs-content-sm3" if algorithm == "ACS4-HMAC-SM3" else "x-acs-content-sha256"
    headers = {**request["headers"], name: content_hash}
    authorize = authorization_acs4 if is_acs4 else authorization_acs3
    return {
        "title": request["title"],
        "algorithm": algorithm,
        "contentHeader": name,
        "contentHash": content_hash,
        "authorization": authorize(request, headers, algorithm, content_hash),
    }


vectors = [vector(request, algorithm) for algorithm in given["algorithms"] for request in given["requests"]]
origin = "computed with the Python packages alibabacloud_openapi_util 0.2.4 (ACS3) and alibabacloud_gateway_pop 0.1.3 (ACS4)"
(HERE / "python.json").write_text(json.dumps({"origin": origin, "vectors": vectors}, indent=2) + "\n")
