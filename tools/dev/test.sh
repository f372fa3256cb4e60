# SPDX-License-Identifier: Apache-2.0
# ./dev test: the parts in order, their counts, one table and one closing line.
source tools/dev/packages.sh
source tools/dev/web.sh
source tools/dev/compile.sh
source tools/dev/checks.sh
source tools/dev/postgres.sh
source tools/dev/fuzzers.sh

suites=(api web portal crash mailflow models)
patient=(portal crash mailflow models)  # wait more than they work: they run beside the others
parts=(checks pages build cpp release "${suites[@]}" postgres fuzz)
long_parts=(tidy plain tsan)
declare -A needs=([cpp]=build [fuzz]=build [api]=release [web]=release [portal]=release [crash]=release [mailflow]=release [models]=release [postgres]=release)

explain() {
    cat <<TEXT
./dev test [--long] [--only PART[,PART]]

All that CI runs, in this order:
  checks     layers, lengths, names, formatting
  pages      types, habits, texts and unit tests of the web pages, and how large they are
  build      compiles everything with AddressSanitizer and UndefinedBehaviorSanitizer, warnings are errors
  cpp        unit, contract, golden, property and regression tests; starts a PostgreSQL of its own
  release    compiles what people run
  api web portal crash mailflow models   drive build/release/lotse from outside: tests/PART/run_*
  postgres   the api suite and five journeys in the browser again on PostgreSQL; with --long crash and mailflow, too
  fuzz       each fuzzer for FUZZ_SECONDS (10; with --long 60)

  --long     longer drills and fuzzing; also tidy (clang-tidy on all files), plain (each file
             with its own includes only) and tsan (ThreadSanitizer)
  --only     these parts and what they need

A part that cannot run has failed; nothing is skipped in silence. The last line is "N passed, N failed".
One C++ test:  ./dev build ci && ctest --test-dir build/ci -R FindThread --output-on-failure
TEXT
}

main() {
    local chosen=()
    read_options "$@"
    export ASAN_SYMBOLIZER_PATH=/usr/bin/llvm-symbolizer-19 UBSAN_OPTIONS=print_stacktrace=1
    export LOTSE_BIN=$root/build/release/lotse PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
    need_packages run test
    local part
    for part in "${chosen[@]}"; do
        run_part "$part"
        [[ $part != release || ${failed_in[release]} != 0 ]] || begin_patient
    done
    print_table
    say "$total_passed passed, $total_failed failed"
    [[ $total_failed == 0 && $total_passed -gt 0 ]]
}

read_options() {
    local only=() known=" ${parts[*]} ${long_parts[*]} " part
    while [[ $# -gt 0 ]]; do
        case $1 in
            --long) export LOTSE_LONG=1 ;;
            --only) IFS=, read -r -a only <<<"${2:-}"; [[ $# -gt 1 ]] && shift ;;
            --only=*) IFS=, read -r -a only <<<"${1#*=}" ;;
            *) give_up "There is no option '$1'." "See ./dev test --help" ;;
        esac
        shift
    done
    for part in "${only[@]+"${only[@]}"}"; do
        [[ $known == *" $part "* ]] || give_up "There is no part '$part'." "Parts:$known"
    done
    for part in "${parts[@]}" "${long_parts[@]}"; do
        if is_chosen "$part"; then chosen+=("$part"); fi
    done
}

is_chosen() {
    local other
    if [[ ${#only[@]} == 0 ]]; then
        [[ " ${parts[*]} " == *" $1 "* || -n ${LOTSE_LONG:-} ]]
        return
    fi
    for other in "${only[@]}"; do
        [[ $other == "$1" || ${needs[$other]:-} == "$1" ]] && return 0
    done
    return 1
}

declare -A passed_in failed_in seconds_in
total_passed=0 total_failed=0

run_part() {
    local part=$1 begin=$SECONDS need=${needs[$1]:-}
    passed=0 failed=0
    say "${bold}$part${plain}"
    if [[ -n $need && ${failed_in[$need]:-0} != 0 ]]; then
        say "  cannot run: the part '$need' failed"
        failed=1
    elif [[ " ${suites[*]} " == *" $part "* ]]; then
        run_suites "$part"
    else
        "part_$part"
    fi
    passed_in[$part]=$passed failed_in[$part]=$failed seconds_in[$part]=$((SECONDS - begin))
    total_passed=$((total_passed + passed)) total_failed=$((total_failed + failed))
}

# One command that counts as one test.
single() { if step "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi; }
# A run that counted by itself; one that ended badly without saying which test was at fault counts as one failure.
counted() {
    local status=$1
    passed=$((passed + ${2:-0})) failed=$((failed + ${3:-0}))
    if [[ ($status != 0 && ${3:-0} == 0) || $((${2:-0} + ${3:-0})) == 0 ]]; then failed=$((failed + 1)); fi
}

part_checks() { run_checks check_step; }
check_step() { single "check-$1" "${@:2}"; }

part_pages() {
    if ! build_web; then failed=1; return; fi
    single pages-check "Checking the web pages" in_web npm run -s check
    local status=0 report=$logs/vitest.xml
    rm -f "$report"
    step pages-test "Running the tests of the web pages" in_web npx vitest run --reporter=default \
        --reporter=junit --outputFile.junit="$report" || status=$?
    counted "$status" $(($(xml_count tests) - $(xml_count failures))) "$(xml_count failures)"
}
xml_count() { sed -n "s/^<testsuites .*[ ]$1=\"\([0-9]*\)\".*/\1/p" "$report" 2>/dev/null | grep -m 1 . || echo 0; }

part_build() { if compile ci; then passed=1; else failed=1; fi; }
part_release() { if build_web && compile release; then passed=1; else failed=1; fi; }

part_cpp() {
    if ! start_postgres; then failed=1; return; fi
    local status=0 report=$logs/ctest.xml
    rm -f "$report"
    progress=show_ctest advice="one test alone: ctest --test-dir build/ci -R NAME --output-on-failure" \
        step cpp "Running the C++ tests" ctest --test-dir build/ci -j "$(nproc)" --output-on-failure \
        --no-tests=error --output-junit "$report" || status=$?
    local all bad
    all=$(junit_count tests) bad=$(($(junit_count failures) + $(junit_count skipped) + $(junit_count disabled)))
    if [[ $status == 0 && $bad != 0 ]]; then
        say "  Skipped or disabled tests count as failed:"
        grep -E 'Skipped|Not Run' "$logs/cpp.log" | head -n 20 || true
    fi
    counted "$status" $((all - bad)) "$bad"
}
junit_count() { sed -n "s/^[[:space:]]*$1=\"\([0-9]*\)\".*/\1/p" "$report" 2>/dev/null | grep -m 1 . || echo 0; }
show_ctest() {
    local line
    while IFS= read -r line; do
        if [[ $line =~ ^\ *[0-9]+/[0-9]+ ]]; then show_now "${line# }"; fi
    done
    return 0
}

# tests/<part>/run_*: prints "ok NAME" or "not ok NAME: why" for each test, and last "N passed, N failed".
run_suites() {
    local suite found=0
    start_postgres || { failed=1; return; }
    for suite in "tests/$1"/run_*; do
        if [[ -d $suite ]]; then continue; fi
        if [[ -x $suite ]]; then
            found=1
            run_suite "$suite" "$(name_of_suite "$suite")"
        else
            say "  $suite cannot be executed: chmod +x $suite"
            failed=$((failed + 1))
        fi
    done
    [[ $found == 1 ]] || { say "  tests/$1 holds no run_* that could be executed"; failed=1; }
}

run_suite() {
    local status=0 closing run=run_alone
    [[ -z ${begun[$2]:-} ]] || run=follow
    progress=show_suite step "$2" "Running $1" "$run" "$1" "$2" || status=$?
    [[ $status != 124 ]] || say "  stopped after $(minutes_of_suite) minutes"
    if [[ $status != 0 ]]; then grep '^not ok ' "$logs/$2.log" | head -n 20 || true; fi
    closing=$(grep -E '^[0-9]+ passed, [0-9]+ failed' "$logs/$2.log" | tail -n 1 || true)
    [[ $closing =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed ]] || { say "  $1 did not say how many tests passed"; status=1; }
    counted "$status" "${BASH_REMATCH[1]:-0}" "${BASH_REMATCH[2]:-0}"
}
minutes_of_suite() { [[ -z ${LOTSE_LONG:-} ]] && echo 15 || echo 120; }
run_alone() { timeout -k 20 "$(minutes_of_suite)m" "$1"; }

# Begins the patient suites in the background, one after the other; run_suite tells of each when its turn comes.
declare -A begun
beside=
begin_patient() {
    local part suite names=()
    for part in "${patient[@]}"; do
        [[ " ${chosen[*]} " == *" $part "* ]] || continue
        for suite in "tests/$part"/run_*; do
            if [[ -x $suite && ! -d $suite ]]; then names+=("$suite"); fi
        done
    done
    [[ ${#names[@]} -gt 0 ]] || return 0
    start_postgres || return 0
    for suite in "${names[@]}"; do
        begun[$(name_of_suite "$suite")]=1
        rm -f "$logs/beside-$(name_of_suite "$suite")".*
    done
    run_beside "${names[@]}" </dev/null >/dev/null 2>&1 &
    beside=$!
    at_exit "pkill -P $beside 2>/dev/null; kill $beside 2>/dev/null"
}
name_of_suite() { local part=${1#tests/}; echo "${part%%/*}-$(basename "${1%.*}")"; }
run_beside() {
    local suite log status
    for suite in "$@"; do
        log=$logs/beside-$(name_of_suite "$suite") status=0
        run_alone "$suite" >"$log.log" 2>&1 || status=$?
        echo "$status" >"$log.status"
    done
}
# What a suite in the background prints, as it comes; ends as the suite does.
follow() {
    local log=$logs/beside-$2 shown=0 total status
    while :; do
        status=$(cat "$log.status" 2>/dev/null || true)
        if [[ -f $log.log ]]; then
            total=$(wc -l <"$log.log")
            [[ $total == "$shown" ]] || sed -n "$((shown + 1)),${total}p" "$log.log"
            shown=$total
        fi
        [[ -z $status ]] || return "$status"
        kill -0 "$beside" 2>/dev/null || { echo "the suites in the background were stopped"; return 1; }
        sleep 0.5
    done
}

show_suite() {
    local line
    while IFS= read -r line; do
        if [[ $line == ok\ * || $line == not\ ok\ * ]]; then show_now "$line"; fi
    done
    return 0
}

# Suites that need no file of the embedded database; tests/support_py/engine.py makes a database for each desk.
part_postgres() {
    local suite
    start_postgres || { failed=1; return; }
    local -x LOTSE_TEST_ENGINE=postgres
    run_suite tests/api/run_api.py postgres-api
    run_suite tests/web/run_journeys postgres-journeys
    [[ -n ${LOTSE_LONG:-} ]] || return 0
    for suite in tests/crash/run_crash.py tests/crash/run_escalation_kill.py tests/mailflow/run_*.py; do
        run_suite "$suite" "postgres-$(basename "${suite%.*}")"
    done
}

part_fuzz() {
    local seconds=${FUZZ_SECONDS:-10} targets status=0
    [[ -z ${LOTSE_LONG:-} ]] || seconds=${FUZZ_SECONDS:-60}
    mapfile -t targets < <(fuzz_targets)
    progress=show_suite advice="see ./dev fuzz --help; what each printed is in build/logs/fuzz-NAME.log" \
        step fuzz "Fuzzing ${#targets[@]} parsers for $seconds s each" fuzz_side_by_side "$seconds" "${targets[@]}" || status=$?
    counted "$status" "$(grep -c '^ok ' "$logs/fuzz.log")" "$(grep -c '^not ok ' "$logs/fuzz.log")"
}

part_tidy() {
    configure debug || { failed=1; return; }
    local files
    mapfile -t files < <(files_to_tidy all)
    progress=show_tidy single tidy "clang-tidy on ${#files[@]} files" tidy "${files[@]}"
}

part_plain() { if compile plain; then passed=1; else failed=1; fi; }

# Races live where threads do.
part_tsan() {
    compile tsan || { failed=1; return; }
    start_postgres || { failed=1; return; }
    progress=show_ctest single tsan "Running the tests under ThreadSanitizer" ctest --test-dir build/tsan -j "$(nproc)" \
        --output-on-failure --no-tests=error -R '^(unit/(base|net|store|desk|gateway|jobs|app)|contract)/'
}

print_table() {
    local part
    printf '\n%-10s %8s %8s %9s\n' part passed failed seconds
    for part in "${chosen[@]}"; do
        printf '%-10s %8d %8d %9d\n' "$part" "${passed_in[$part]}" "${failed_in[$part]}" "${seconds_in[$part]}"
    done
    printf '%-10s %8d %8d %9d\n\n' all "$total_passed" "$total_failed" "$SECONDS"
}
