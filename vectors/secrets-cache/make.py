"""Makes python-v1.json and python-v2.json: what the file caches of the official secret clients for Python write.

    python3 -m venv .v1 && .v1/bin/pip install aliyun-secret-manager-client==0.1.5
    python3 -m venv .v2 && .v2/bin/pip install alibabacloud-secretsmanager-client-v2==2.0.0
    .v1/bin/python make.py && .v2/bin/python make.py

The environment decides which of the two is made.
"""

import importlib
import json
import pathlib
import tempfile

try:
    NAME, ORIGIN, PACKAGE = "python-v1", "aliyun-secret-manager-client 0.1.5", "alibaba_cloud_secretsmanager_client"
    importlib.import_module(PACKAGE)
except ImportError:
    NAME, ORIGIN = "python-v2", "alibabacloud-secretsmanager-client-v2 2.0.0"
    PACKAGE = "alibabacloud_secretsmanager_client_v2"

models = importlib.import_module(f"{PACKAGE}.model.secret_info")
stores = importlib.import_module(f"{PACKAGE}.cache.file_cache_secret_store_strategy")

SALT = "salt of the cache"
SECRETS = [
    ("demo/db", "v-0001", '{"user":"root","password":"p@ss","ttl":60000}', "text", "ACSCurrent"),
    ("demo/db", "v-0000", "former & 密码", "text", "ACSPrevious"),
    ("demo/number", "v1", "20261201", "text", "ACSCurrent"),
    ("demo/key", "v1", "AAEC/w==", "binary", "ACSCurrent"),
]

files = []
with tempfile.TemporaryDirectory() as folder:
    for name, version, value, kind, stage in SECRETS:
        info = models.SecretInfo(
            secret_name=name,
            version_id=version,
            secret_value=value,
            secret_data_type=kind,
            create_time="2024-01-01T00:00:00Z",
            secret_type="Generic",
            automatic_rotation="Disabled",
        )
        store = stores.FileCacheSecretStoreStrategy(folder, True, SALT)
        store.init()
        store.store_secret(models.CacheSecretInfo(stage, 1893456000000, info))
        path = pathlib.Path(name) / f"stage_{stage.lower()}.json"
        text = (pathlib.Path(folder) / path).read_text()
        secret = {"name": name, "stage": stage, "versionId": version, "type": kind, "value": value}
        files.append({"secret": secret, "path": str(path), "text": text})

vector = {"origin": f"written by the Python package {ORIGIN}", "salt": SALT, "fetchedAt": 1893456000000, "files": files}
target = pathlib.Path(__file__).parent / f"{NAME}.json"
target.write_text(json.dumps(vector, indent=2, ensure_ascii=False) + "\n")
