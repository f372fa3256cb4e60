# SPDX-License-Identifier: Apache-2.0
# ./dev clean
explain() {
    cat <<'TEXT'
./dev clean

Removes the folder build/: programs, test results, logs. Your data folder, the packages and the compiler cache stay.
TEXT
}

main() {
    local size
    size=$(du -sh build 2>/dev/null | cut -f 1)
    rm -rf build
    say "Removed build/ (${size:-it was empty})."
}
