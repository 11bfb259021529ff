"""What the clients in Python have in common. They speak as the clients of Node.js do."""

import json
import resource
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from statistics import median


def read_facts():
    return json.loads(sys.stdin.readline())


def serve_tasks(tasks):
    """By name: what makes one call, on as many threads as calls are wanted at once."""
    for line in sys.stdin:
        wanted = json.loads(line)
        call = tasks[wanted["task"]]

        def timed(_):
            start = time.perf_counter()
            call()
            return time.perf_counter() - start

        with ThreadPoolExecutor(wanted["atOnce"]) as threads:
            cpu, start = time.process_time(), time.perf_counter()
            # One after the other needs no threads, which would cost more than a short call.
            times = list((map if wanted["atOnce"] == 1 else threads.map)(timed, range(wanted["calls"])))
            result = {
                "cpuMs": (time.process_time() - cpu) * 1000,
                "ms": (time.perf_counter() - start) * 1000,
                "p50Ms": median(times) * 1000,
                "memoryMb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        print(json.dumps(result), flush=True)
