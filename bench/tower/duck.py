"""The same group-by in DuckDB: reads the columns from a file of raw numbers, answers the sums and the time of each round."""
import json, sys, time
import duckdb, numpy

folder, rows, rounds, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
con = duckdb.connect()
con.execute(f"set threads to {threads}")
columns = {name: numpy.fromfile(f"{folder}/{name}.bin", dtype=kind)
           for name, kind in (("from_at", "<i4"), ("until_at", "<i4"), ("cell", "u1"))}
assert all(len(column) == rows for column in columns.values())
con.register("raw", columns)
con.execute("create table facts as select * from raw")
edges = numpy.fromfile(f"{folder}/edges.bin", dtype="<i4")
first, last = int(edges[0]), int(edges[-1])
query = f"""select (from_at - {first}) // 1440 as day, cell, count(*) as begun, sum(until_at - from_at) as minutes
  from facts where from_at >= {first} and from_at < {last} group by 1, 2 order by 1, 2"""
times = []
for _ in range(rounds):
    start = time.perf_counter()
    answer = con.execute(query).fetchnumpy()
    times.append((time.perf_counter() - start) * 1000)
print(json.dumps({"version": duckdb.__version__, "times": times,
                  "rows": [[int(v) for v in row] for row in zip(answer["day"], answer["cell"], answer["begun"], answer["minutes"])]}))
