# SPDX-License-Identifier: Apache-2.0
# Sourced. The checks that read source text only; quick enough to run before every commit.

# run_checks CALLBACK: calls CALLBACK NAME SENTENCE COMMAND... for each.
run_checks() {
    "$1" layers "Checking the layers" python3 tools/check_layers.py
    "$1" layers-test "Checking the layer check" python3 tools/check_layers_test.py
    "$1" lengths "Checking file lengths" python3 tools/check_lengths.py
    "$1" names "Checking names and habits" python3 tools/check_names.py
    "$1" names-test "Checking the length and name checks" python3 tools/check_text_test.py
    advice="./dev lint --fix" "$1" format "Checking the formatting" check_format
    # The files share variables by being sourced, which shellcheck does not see.
    "$1" shell "Checking the shell scripts" \
        shellcheck -S warning -s bash -e SC1090,SC1091,SC2034,SC2154 dev .ci/run tools/dev/*.sh
}

cpp_files() { git ls-files --cached --others --exclude-standard -- '*.h' '*.cpp' | while read -r file; do
    if [[ -f $file && $file != third_party/* ]]; then echo "$file"; fi
done; }

check_format() {
    local ugly
    ugly=$(cpp_files | xargs -r clang-format-19 --dry-run 2>&1 | sed -n 's/^\([^:]*\):[0-9]*:[0-9]*: .*clang-format.*/\1/p' | sort -u)
    [[ -z $ugly ]] || { printf '%s: not in the form that clang-format gives it\n' $ugly; return 1; }
}
mend_format() { cpp_files | xargs -r clang-format-19 -i; }

# What this branch and the working tree changed since it left the main line; all files with "all".
files_to_tidy() {
    if [[ $1 == all ]]; then
        git ls-files -- 'src/*.cpp'
        return
    fi
    local base
    base=$(git merge-base HEAD '@{upstream}' 2>/dev/null || git merge-base HEAD origin/main 2>/dev/null || git rev-parse HEAD)
    { git diff --name-only --diff-filter=d "$base" -- 'src/*.cpp' && git ls-files --others --exclude-standard -- 'src/*.cpp'; } | sort -u
}

tidy() { python3 tools/check_tidy.py build/debug "$@"; }
show_tidy() {
    local line
    while IFS= read -r line; do show_now "clang-tidy: $line"; done
    return 0
}
