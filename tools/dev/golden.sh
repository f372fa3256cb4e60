# SPDX-License-Identifier: Apache-2.0
# ./dev golden
source tools/dev/packages.sh
source tools/dev/compile.sh

explain() {
    cat <<'TEXT'
./dev golden [--accept]

Parses the mails and settles the cases of tests/golden and compares with the committed results.

  --accept   writes what the program says now over the committed results; read `git diff tests/golden`
             line by line before you commit it
TEXT
}

main() {
    need_packages run test
    compile debug test_golden || exit 1
    if [[ ${1:-} == --accept ]]; then
        LOTSE_GOLDEN_ACCEPT=1 step golden "Writing the golden results anew" build/debug/tests/test_golden || exit 1
        git --no-pager diff --stat -- tests/golden
        say "Read the differences before you commit them: git diff tests/golden"
    else
        advice="if the change is meant: ./dev golden --accept" \
            step golden "Comparing with the golden results" build/debug/tests/test_golden || exit 1
    fi
}
