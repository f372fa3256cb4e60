# SPDX-License-Identifier: Apache-2.0
# Sourced. Runs the libFuzzer programs of tests/fuzz on their committed corpus.

fuzz_targets() {
    local source
    for source in tests/fuzz/*_fuzz.cpp; do
        if [[ -f $source ]]; then basename "$source" .cpp; fi
    done
}

# fuzz TARGET SECONDS: new inputs that reach new code go to build/fuzz/TARGET, an input that crashes to
# build/fuzz/TARGET.crash-<hash>.
fuzz() {
    local target=$1 seconds=$2 found=build/fuzz/$1 committed=tests/fuzz/corpus/${1%_fuzz} arguments=()
    mkdir -p "$found"
    [[ -d $committed ]] && arguments+=("$committed")
    [[ -f tests/fuzz/dictionaries/${1%_fuzz}.dict ]] && arguments+=("-dict=tests/fuzz/dictionaries/${1%_fuzz}.dict")
    "build/ci/tests/$target" "$found" "${arguments[@]}" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 \
        -print_final_stats=1 -artifact_prefix="build/fuzz/$target."
}

show_fuzzing() {
    local line
    while IFS= read -r line; do
        if [[ $line == \#* ]]; then show_now "$line"; fi
    done
    return 0
}
