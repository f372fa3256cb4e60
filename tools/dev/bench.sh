# SPDX-License-Identifier: Apache-2.0
# ./dev bench
source tools/dev/packages.sh
source tools/dev/compile.sh
source tools/dev/web.sh

explain() {
    cat <<'TEXT'
./dev bench [OPTION...]

Builds the release with the measuring programs, runs them, prints tables and writes build/bench.json.
Figures of one run can be compared with each other, not with those of another machine or hour.
Options go to bench/run_bench.py.

  ./dev bench triage --clinc DIR --tickets FILE --model FILE
                             what triage is worth on public data, with and without the language model, beside scikit-learn,
                             and what it costs; see bench/run_triage.py --help; writes build/bench-triage.json
  ./dev bench routing --incidents FILE
                             who should get which ticket, and when: policies lived through on the same arrivals, and what a
                             decision costs; writes build/bench-routing.json
  ./dev bench promises DIR   how honest promised times are, on a log of incidents (DIR/incidents.tsv, DIR/events.tsv.gz), beside
                             quantiles of resolved history
  ./dev bench resolvers DIR  who will solve an incident, told when it is opened, on the same log
  ./dev bench ui [TICKETS]   what a browser makes of it: a desk with 100,000 tickets in Chromium, the time of the page's
                             main thread against its budget; writes build/bench-ui.json
TEXT
}

main() {
    need_packages run bench
    if [[ ${1:-} == ui ]]; then bench_ui "${2:-100000}"; return; fi
    if [[ ${1:-} == promises ]]; then bench_promises "${2:?the folder of incidents.tsv and events.tsv.gz}"; return; fi
    if [[ ${1:-} == resolvers ]]; then bench_resolvers "${2:?the folder of incidents.tsv and events.tsv.gz}"; return; fi
    if [[ ${1:-} == triage ]]; then shift; bench_triage "$@"; return; fi
    if [[ ${1:-} == routing ]]; then shift; bench_routing "$@"; return; fi
    configure release || exit 1
    step bench-configure "Configuring the measuring programs" cmake -S . -B build/release -DLOTSE_BENCH=ON || exit 1
    compile release || exit 1
    export LOTSE_BIN=$root/build/release/lotse LOTSE_BUILD=$root/build/release LOTSE_BENCH_JSON=$root/build/bench.json
    exec python3 bench/run_bench.py "$@"
}

bench_triage() {
    configure release || exit 1
    step bench-configure "Configuring the measuring programs" cmake -S . -B build/release -DLOTSE_BENCH=ON || exit 1
    compile release || exit 1
    export LOTSE_BUILD=$root/build/release LOTSE_BENCH_JSON=$root/build/bench-triage.json
    exec python3 bench/run_triage.py "$@"
}

bench_routing() {
    [[ " $*" == *" --incidents"* ]] || give_up "The routing bench needs a log." "Name it: ./dev bench routing --incidents FILE"
    configure release || exit 1
    step bench-configure "Configuring the measuring programs" cmake -S . -B build/release -DLOTSE_BENCH=ON || exit 1
    compile release bench_routing || exit 1
    export LOTSE_BUILD=$root/build/release LOTSE_BENCH_JSON=$root/build/bench-routing.json
    exec python3 bench/run_bench.py "$@"
}

bench_promises() {
    configure release || exit 1
    step bench-configure "Configuring the measuring programs" cmake -S . -B build/release -DLOTSE_BENCH=ON || exit 1
    compile release bench_promises || exit 1
    exec build/release/bench/bench_promises "$1/incidents.tsv" "$1/events.tsv.gz"
}

bench_resolvers() {
    configure release || exit 1
    step bench-configure "Configuring the measuring programs" cmake -S . -B build/release -DLOTSE_BENCH=ON || exit 1
    compile release bench_resolvers || exit 1
    exec build/release/bench/bench_resolvers "$1/incidents.tsv" "$1/events.tsv.gz"
}

bench_ui() {
    local folder
    build_web || exit 1
    find_node || exit 1
    configure release || exit 1
    step bench-configure "Configuring the measuring programs" cmake -S . -B build/release -DLOTSE_BENCH=ON || exit 1
    compile release || exit 1
    folder=$(mktemp -d)
    step bench-fill "Filling a desk with $1 tickets" build/release/bench/bench_fill_folder "$folder" "$1" || exit 1
    local status=0
    LOTSE_BIN=$root/build/release/lotse in_web node e2e/bench.mjs "$folder" "$root/build/bench-ui.json" || status=$?
    rm -rf "$folder"
    return "$status"
}
