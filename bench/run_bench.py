#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the measuring programs and the real binary, prints tables and writes JSON.

Figures of one run can be compared with each other, not with those of another machine or hour."""
import argparse
import datetime
import json
import os
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "tests/support_py"))
from load import LmtpClient, RestClient, run_load  # noqa: E402
from lotse_server import Server  # noqa: E402

BUILD = os.environ.get("LOTSE_BUILD", os.path.join(ROOT, "build/release"))
PARTS = ("stages", "scale", "search", "similar", "simulate", "watch", "deadlines", "decision", "server")  # without data of others; "routing" needs a log


def read_options():
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="10,000 against 100,000 tickets, shorter loads, fewer queries")
    parser.add_argument("--tickets", type=int, help="tickets of the large desk [1000000; 100000 with --quick]")
    parser.add_argument("--only", choices=PARTS, action="append", help="this part only; may be repeated")
    parser.add_argument("--incidents", metavar="FILE", help="routing alone, on this log of incidents: incidents.tsv of the UCI "
                        "incident management log, as TSV with opened_at, priority, category, caller_id")
    parser.add_argument("--incident-events", metavar="FILE", help="with --incidents: events.tsv.gz of the same log, for the "
                        "back-test of the simulator")
    parser.add_argument("--seeds", type=int, default=30, help="made-up teams for each load of the routing bench [30]")
    parser.add_argument("--part", choices=("older", "newer", "all"), default="newer", help="of the log; rules were chosen "
                        "on the older part [newer]")
    options = parser.parse_args()
    options.tickets = options.tickets or (100_000 if options.quick else 1_000_000)
    options.only = options.only or ([] if options.incidents else list(PARTS))
    return options


def conditions():
    model = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo", encoding="utf-8")
                  if line.startswith("model name")), "unknown")
    memory = int(open("/proc/meminfo", encoding="utf-8").readline().split()[1]) // 1024
    commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    return {
        "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "cpu": model, "cores": os.cpu_count(), "memory_mib": memory, "commit": commit.stdout.strip(),
        "load_before": round(os.getloadavg()[0], 1),
    }


def run_program(name, *words):
    done = subprocess.run([os.path.join(BUILD, "bench", "bench_" + name), *words], stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def memory_of(pid):
    """Resident MiB now and at most so far."""
    fields = dict(line.split(":", 1) for line in open(f"/proc/{pid}/status", encoding="utf-8"))
    return tuple(round(int(fields[name].split()[0]) / 1024, 1) for name in ("VmRSS", "VmHWM"))


def count_of(server, name):
    _, text, _ = server.call("GET", "/metrics")
    text = text.decode() if isinstance(text, bytes) else str(text)
    return sum(float(line.rsplit(" ", 1)[1]) for line in text.splitlines() if line.split("{")[0].split(" ")[0] == name)


def bytes_below(folder):
    return sum(os.path.getsize(os.path.join(path, name)) for path, _, names in os.walk(folder) for name in names
               if not name.endswith((".jsonl", ".toml")))


def start(server):
    """Seconds from the start of the process to the first answer over HTTP."""
    began = time.monotonic()
    server.start()
    status, _, _ = server.call("GET", "/health")
    if status != 200:
        raise RuntimeError(f"/health answers {status}")
    return round(time.monotonic() - began, 3)


def measure_server(quick):
    server = Server(restarts=True)
    config = os.path.join(server.folder, "bench.toml")
    with open(config, "w", encoding="utf-8") as file:
        file.write("[http]\ncalls_per_minute = 0\n")
    server.args += ["--config", config]
    try:
        out = {"start_empty_s": start(server)}
        server.make_token()
        # A few clients play thousands of customers here.
        server.call("PATCH", "/api/v1/settings", {"mails_per_sender_hour": 0}, headers={"If-Match": "*"})
        time.sleep(2)
        out["memory_idle_mib"] = memory_of(server.process.pid)[0]
        empty = bytes_below(server.folder)
        out["loads"] = loads(server, quick)
        out["memory_loaded_mib"], out["memory_peak_mib"] = memory_of(server.process.pid)
        out["tickets"] = sum(row["tickets"] for row in out["loads"])
        began = time.monotonic()
        server.wait_for(lambda: count_of(server, "lotse_settled_total") >= out["tickets"], 600, "all to be settled")
        out["settle_backlog_s"] = round(time.monotonic() - began, 1)
        server.stop()
        out["bytes_per_ticket"] = round((bytes_below(server.folder) - empty) / out["tickets"])
        out["start_filled_s"] = start(server)
        return out
    finally:
        server.close()


def loads(server, quick):
    rows = []
    for door, make_client in (("rest", RestClient), ("lmtp", LmtpClient)):
        for clients, total in ((1, 300), (8, 2000), (64, 6400)):
            total = total // 4 if quick else total
            row = run_load(make_client, server.ready["http" if door == "rest" else door], server.token, clients, total,
                           f"{door}{clients}x")
            rows.append({"door": door, **row})
            print(f"server: {door}, {clients} clients: {row['per_second']}/s", file=sys.stderr, flush=True)
    return rows


def table(title, head, rows):
    rows = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[at]) for row in [head] + rows) for at in range(len(head))]
    print("\n" + title)
    for row in [head] + rows:
        cells = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("  " + "  ".join([row[0].ljust(widths[0])] + cells))


def show_stages(data):
    table(f"CPU of each stage, us per ticket (median of {data['rounds']} rounds of {data['mails']} mails, "
          f"{data['bytes_per_mail']:.0f} bytes each; {data['data']}; every commit durable and alone)",
          ["stage", "cpu us", "least", "most"],
          [[name, row["cpu_us"], row["min"], row["max"]] for name, row in data["stages"].items()])
    print(f"  {data['notices_per_ticket']} notices a ticket; {data['placed_share']:.0%} were given to an agent")


def show_scale(data):
    table(f"{data['small']:,} tickets against {data['large']:,}: CPU us of one call, {data['calls']} calls each, "
          "in turns",
          ["operation", "p50 small", "p50 large", "p99 small", "p99 large", "rows small", "rows large", "ratio p50",
           "ratio of a row", "ratio p99"],
          [[row["operation"], row["small"]["p50_us"], row["large"]["p50_us"], row["small"]["p99_us"],
            row["large"]["p99_us"], row["small"]["rows"], row["large"]["rows"], row["ratio_p50"],
            row["ratio_of_a_row"], row["ratio_p99"]]
           for row in data["operations"]])
    print(f"  file bytes per ticket (ticket, one article, one event): {data['bytes_per_ticket']['small']:.0f} and "
          f"{data['bytes_per_ticket']['large']:.0f}")


def show_server(data):
    table("Tickets created by clients, each durable before it is answered; the desk settles them at the same time",
          ["door", "clients", "tickets", "per second", "p50 ms", "p99 ms", "client's cores"],
          [[row["door"], row["clients"], row["tickets"], row["per_second"], row["p50_ms"], row["p99_ms"],
            row["client_cpu_share"]] for row in data["loads"]])
    print(f"  start to first answer: {data['start_empty_s']} s empty, {data['start_filled_s']} s with "
          f"{data['tickets']} tickets\n  memory: {data['memory_idle_mib']} MiB idle, {data['memory_loaded_mib']} MiB "
          f"after the loads, {data['memory_peak_mib']} MiB at most\n  settling was done {data['settle_backlog_s']} s "
          f"after the last load; {data['bytes_per_ticket']} bytes on disk per settled ticket")


def show_search(data):
    small, large = data["sizes"][0], data["sizes"][-1]
    per_language = {(row["kind"], row["language"]): row for row in large["found"]}
    of_small = {(row["kind"], row["language"]): row for row in small["found"]}
    table(f"search for {large['known_items']} known tickets of the demo's texts among {small['tickets']:,} and "
          f"{large['tickets']:,}; success: among the first ten",
          ["what is asked", "language", "n", "success small", "success large", "mrr small", "mrr large", "p50 us small",
           "p50 us large", "p95 us small", "p95 us large"],
          [[kind, language, row["n"], of_small[kind, language]["success_at_10"], row["success_at_10"],
            of_small[kind, language]["mrr"], row["mrr"], of_small[kind, language]["p50_us"], row["p50_us"],
            of_small[kind, language]["p95_us"], row["p95_us"]] for (kind, language), row in per_language.items()])
    table("search for what many tickets hold, CPU us", ["what is asked", "n", "p50 small", "p50 large", "p95 small", "p95 large"],
          [[name, row["n"], small["times"][name]["p50_us"], row["p50_us"], small["times"][name]["p95_us"], row["p95_us"]]
           for name, row in large["times"].items()])
    print(f"  indexing a ticket: {small['index_us']} and {large['index_us']} us of CPU")


def plus_minus(cell):
    return f"{cell['mean']:g} +-{cell['half']:g}"


def show_routing(data):
    print(f"\nrouting: {data['tickets']} tickets of the {data['part']} part of {data['data']} (SHA-256 {data['sha256'][:12]}, "
          f"{data['licence']}); {data['seeds']} made-up teams a load, the same for every policy; 95 % intervals")
    for level in data["levels"]:
        table(f"{level['load']} desk, {level['agents']} people; floor (ten of each person): {plus_minus(level['floor_late'])} % late, "
              f"urgent and high {plus_minus(level['floor_late_urgent'])} %",
              ["policy", "occupancy %", "against least loaded", "late %", "urgent, high late %", "excess %", "urgent, high excess %",
               "wait p50 min", "wait p90 min", "gini"],
              [[row["policy"]] + [plus_minus(row[name]) for name in
                                  ("occupancy", "occupancy_against_least_loaded", "late", "late_urgent", "excess", "excess_urgent",
                                   "median_wait_minutes", "p90_wait_minutes", "gini")] for row in level["policies"]])
    for level in data["levels"]:
        print(f"  {level['load']}: with nothing but the urgent and high tickets {plus_minus(level['alone_late_urgent'])} % of them are late, "
              f"{plus_minus(level['alone_excess_urgent'])} % of the excess; if each had everybody to itself "
              f"{plus_minus(level['bound_late_urgent'])} %")
    cost = data["cost"]
    print(f"  dealing {cost['waiting']} tickets out anew among {cost['people']}: p50 {cost['rebalance']['p50_us'] / 1000:.0f} ms, p99 "
          f"{cost['rebalance']['p99_us'] / 1000:.0f} ms, {cost['rebalance_arcs']} arcs, {cost['rebalance_moves']} moves; where they weigh 1 to 8 "
          f"p99 {cost['rebalance_weighed']['p99_us'] / 1000:.0f} ms")
    print(f"  excess: late above the floor, least loaded = 100. One decision at {cost['people']} people and {cost['waiting']} waiting, "
          f"us of CPU: next ticket p50 {cost['pull_next']['p50_us']} p99 {cost['pull_next']['p99_us']}, arrival with {cost['free']} "
          f"free p50 {cost['arrival']['p50_us']} p99 {cost['arrival']['p99_us']}; the pool takes {cost['pool_mib']} MiB; made anew from {cost['heads']} heads as the desk "
          f"does p50 {cost['look']['p50_us']} p99 {cost['look']['p99_us']}")


def show_decision(data):
    table(f"one decision about {data['waiting']:,} waiting tickets and {data['people']:,} people as the desk makes it, over "
          f"{data['store']}, n = {data['decisions']:,}; us of CPU",
          ["what", "p50", "p99", "most"],
          [[name, data[key]["p50_us"], data[key]["p99_us"], data[key]["most_us"]] for name, key in
           (("decision: people and pool", "decision"), ("of it the pool", "pick"), ("then the transaction", "take"))])
    print(f"  the first look, which reads everything, takes {data['first_us'] / 1000:.1f} ms; reading the heads of all buckets anew, as "
          f"before, {data['old']['us'] / 1000:.1f} ms")


def show_similar(data):
    table(f"solved tickets that are like another one, among {data['tickets']:,}, of which {data['vectors']:,} vectors are in "
          "memory; ms",
          ["by", "n", "cpu p50", "cpu p95", "p50", "p95"],
          [[name, row["n"], row["cpu_p50_ms"], row["cpu_p95_ms"], row["p50_ms"], row["p95_ms"]]
           for name, row in data["times"].items()])
    print(f"  vectors take {data['memory_mib']} MiB; loading them, {data['load_cpu_ms']} ms of CPU")


def show_watch(data):
    table("the watch page of a lead; ms",
          ["tickets", "open", "n", "cpu p50", "cpu p95", "p50", "p95"],
          [[f"{side['tickets']:,}", f"{side['open']:,}", side["n"], side["cpu_p50_ms"], side["cpu_p95_ms"], side["p50_ms"], side["p95_ms"]]
           for side in data["sides"]])


def show_simulate(data):
    if "speed" in data:
        row = data["speed"]
        print(f"\nsimulate: {row['people']} people, {row['days']} days, {row['runs']} pairs of runs, {row['tickets_a_run']:g} tickets each: "
              f"{row['cpu_s']} s of CPU; 95 % interval of the difference in the first reply's p90 +-{row['interval_paired']} h in pairs, "
              f"+-{row['interval_unpaired']} h unpaired")
    if "back_test" in data:
        row = data["back_test"]
        table(f"the last four weeks of the log ({row['tickets']} tickets, {row['people']} people), lived through {row['runs']} times; "
              f"believable: {row['believable']}", ["figure", "was", "simulated", "9 of 10 runs", "error"],
              [[one["figure"], one["actual"], one["simulated"], f"{one['low']} to {one['high']}",
                f"{one['error']:+.1%} ({one['error_low']:+.1%} to {one['error_high']:+.1%})"] for one in row["headlines"]])
    if "desks" in data:
        kinds = ("as_before", "model_30_too_quick", "model_30_too_slow")
        rows = data["desks"]
        table(f"Made-up desks of the family {rows['family']}, of which is known how they work: how many are believed",
              ["weeks of the test", "believed", "95 %", "level: mean error", "nine of ten"],
              [[kind.replace("_", " "), f"{rows[kind]['believed']['count']} of {rows[kind]['believed']['of']}",
                f"{rows[kind]['believed']['low']:.0%} to {rows[kind]['believed']['high']:.0%}", f"{rows[kind]['level']['mean']:+.1%}",
                "{:+.0%} to {:+.0%}".format(*rows[kind]["level"]["nine_of_ten"])] for kind in kinds])


def show_deadlines(data):
    exact = data["exact"]
    table(f"Deadlines against a minute-by-minute watch; {exact['zones']} time zones, seed {exact['seed']}",
          ["cases", "rounds judged", "wrong", "refused", "seconds"],
          [[exact["cases"], exact["rounds"], exact["wrong"], exact["refused"], exact["seconds"]]])
    table("Firing due timers while others wait",
          ["waiting", "due", "n", "cpu us a timer"],
          [[row["waiting"], row["due"], row["rounds"], row["cpu_us_per_timer"]] for row in data.get("sweep", [])])


def main():
    options = read_options()
    out = {"conditions": conditions()}
    if options.incidents:
        out["routing"] = run_program("routing", options.incidents, "--part", options.part, "--seeds", str(options.seeds))
    if "simulate" in options.only or (options.incidents and options.incident_events):
        log = ["--log", options.incidents, options.incident_events] if options.incidents and options.incident_events else []
        out["simulate"] = run_program("simulate", *log) if "simulate" not in options.only else run_program(
            "simulate", "--speed", *log, "--desks", "demo", "20" if options.quick else "100")
    if "stages" in options.only:
        out["stages"] = run_program("stages")
    if "search" in options.only:
        # Known tickets are looked for in the language of the demo's texts; a million more would tell nothing new.
        out["search"] = run_program("search", os.path.join(ROOT, "bench/inflections.tsv"), "--tickets",
                                    str(min(options.tickets, 200_000)), *(["--queries", "60"] if options.quick else []))
    if "similar" in options.only:
        out["similar"] = run_program("similar", "--tickets", str(min(options.tickets, 260_000)))
    if "watch" in options.only:
        out["watch"] = run_program("watch", str(options.tickets))
    if "deadlines" in options.only:
        out["deadlines"] = run_program("deadlines", "--cases", "20000" if options.quick else "1000000",
                                       "--timers", str(min(options.tickets, 100_000)))
    if "decision" in options.only:
        out["decision"] = run_program("decision", "500" if options.quick else "2000")
    if "server" in options.only:
        out["server"] = measure_server(options.quick)
    if "scale" in options.only:
        out["scale"] = run_program("scale", "--tickets", str(options.tickets))
    out["conditions"]["load_after"] = round(os.getloadavg()[0], 1)
    print("; ".join(f"{name} {value}" for name, value in out["conditions"].items()))
    for name, show in (("stages", show_stages), ("server", show_server), ("scale", show_scale), ("search", show_search),
                       ("routing", show_routing), ("decision", show_decision), ("similar", show_similar),
                       ("simulate", show_simulate), ("watch", show_watch),
                       ("deadlines", show_deadlines)):
        if name in out:
            show(out[name])
    target = os.environ.get("LOTSE_BENCH_JSON")
    if target:
        with open(target, "w", encoding="utf-8") as file:
            json.dump(out, file, indent=2)
        print("\nwritten to " + target)


if __name__ == "__main__":
    main()
