"""The same sums in DuckDB: makes the facts by the same rule in memory, answers the sums and the time of each round."""
import json
import sys
import time

import duckdb

made, question, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
con = duckdb.connect()
con.execute(f"create table facts as {made}")
times = []
for _ in range(rounds):
    start = time.perf_counter()
    answer = con.execute(question).fetchall()
    times.append((time.perf_counter() - start) * 1000)
print(json.dumps({"version": duckdb.__version__, "times": times, "rows": [[int(v) for v in row] for row in answer]}))
