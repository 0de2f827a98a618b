"""Runs a command and prints what it used, as one line of JSON: wall and CPU seconds, peak memory in bytes.

wait4(2) is the one call that gives CPU time and peak memory of exactly one finished child, whatever it is written in.
Node does not offer it, and polling /proc misses the last moments. The command's output is thrown away; what it writes to
standard error is passed on. Usage: python3 wait4.py COMMAND [ARGUMENT...]
"""
import json
import os
import sys
import time

nothing = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
start = time.monotonic()
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[nothing])
_, status, usage = os.wait4(child, 0)
wall = time.monotonic() - start

# Linux counts in KiB, macOS in bytes.
unit = 1 if sys.platform == "darwin" else 1024
cpu = usage.ru_utime + usage.ru_stime
exit_code = os.waitstatus_to_exitcode(status)
print(json.dumps({"exitCode": exit_code, "wall": wall, "cpu": cpu, "memory": usage.ru_maxrss * unit}))
