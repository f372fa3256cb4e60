# SPDX-License-Identifier: Apache-2.0
# ./dev bench
source tools/dev/packages.sh
source tools/dev/compile.sh

explain() {
    cat <<'TEXT'
./dev bench [OPTION...]

Builds the release with the measuring programs, runs them, prints tables and writes build/bench.json.
Figures of one run can be compared with each other, not with those of another machine or hour.
Options go to bench/run_bench.py.
TEXT
}

main() {
    need_packages run bench
    configure release || exit 1
    step bench-configure "Configuring the measuring programs" cmake -S . -B build/release -DLOTSE_BENCH=ON || exit 1
    compile release || exit 1
    export LOTSE_BIN=$root/build/release/lotse LOTSE_BUILD=$root/build/release LOTSE_BENCH_JSON=$root/build/bench.json
    exec python3 bench/run_bench.py "$@"
}
