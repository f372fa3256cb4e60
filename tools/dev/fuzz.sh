# SPDX-License-Identifier: Apache-2.0
# ./dev fuzz
source tools/dev/packages.sh
source tools/dev/compile.sh
source tools/dev/fuzzers.sh

explain() {
    cat <<'TEXT'
./dev fuzz [TARGET] [SECONDS]

Lets libFuzzer look for input that crashes a parser, under AddressSanitizer and UndefinedBehaviorSanitizer.
Without TARGET all of them, 60 seconds each. Targets are the files tests/fuzz/TARGET_fuzz.cpp:
TEXT
    fuzz_targets | sed 's/_fuzz$//; s/^/  /'
    cat <<'TEXT'

An input that crashes is kept as build/fuzz/TARGET_fuzz.crash-*. Mend the bug, then commit the input to
tests/fuzz/corpus/TARGET and write a test in tests/regress. To see the crash again:
  build/ci/tests/TARGET_fuzz build/fuzz/TARGET_fuzz.crash-...
TEXT
}

main() {
    local targets failed=0 target
    mapfile -t targets < <(fuzz_targets)
    if [[ $# -gt 0 && $1 != [0-9]* ]]; then
        targets=("${1%_fuzz}_fuzz")
        shift
        [[ -f tests/fuzz/${targets[0]}.cpp ]] || give_up "There is no tests/fuzz/${targets[0]}.cpp." "See ./dev fuzz --help"
    fi
    [[ ${#targets[@]} -gt 0 ]] || give_up "There are no fuzz targets in tests/fuzz."
    need_packages run test
    compile ci "${targets[@]}" || exit 1
    for target in "${targets[@]}"; do
        progress=show_fuzzing advice="see ./dev fuzz --help" \
            step "fuzz-$target" "Fuzzing ${target%_fuzz} for ${1:-60} s" fuzz "$target" "${1:-60}" || failed=1
    done
    return "$failed"
}
