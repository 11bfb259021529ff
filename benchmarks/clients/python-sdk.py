"""The official Python SDK, on as many threads as calls are wanted at once. It speaks as the clients of Node.js do."""

import json
import resource
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from statistics import median

from alibabacloud_kms_kms20160120.client import Client
from openapi.models import Config
from sdk.models import EncryptRequest

facts = json.loads(sys.stdin.readline())
client = Client(
    kms_instance_config=Config(
        protocol="https",
        endpoint=f"{facts['host']}:{facts['port']}",
        client_key_file=facts["clientKeyFile"],
        password=facts["clientKeyPassword"],
        ca_file_path=facts["caFile"],
    )
)


def encrypt(_):
    start = time.perf_counter()
    client.encrypt(EncryptRequest(key_id=facts["keyIds"][0], plaintext=bytes([7]) * 32))
    return time.perf_counter() - start


for line in sys.stdin:
    wanted = json.loads(line)
    with ThreadPoolExecutor(wanted["atOnce"]) as threads:
        cpu, start = time.process_time(), time.perf_counter()
        times = list(threads.map(encrypt, range(wanted["calls"])))
        result = {
            "cpuMs": (time.process_time() - cpu) * 1000,
            "ms": (time.perf_counter() - start) * 1000,
            "p50Ms": median(times) * 1000,
            "memoryMb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }
    print(json.dumps(result), flush=True)
