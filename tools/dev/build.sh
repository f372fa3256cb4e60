# SPDX-License-Identifier: Apache-2.0
# ./dev build
source tools/dev/packages.sh
source tools/dev/web.sh
source tools/dev/compile.sh

explain() {
    cat <<'TEXT'
./dev build [PRESET] [TARGET...]

Installs what is missing, configures when needed, and compiles into build/PRESET.

  release   what people run (the default): optimised and hardened, with the web pages inside, without tests
  debug     quick to compile, for work at the desk
  ci        AddressSanitizer and UndefinedBehaviorSanitizer, warnings are errors, tests and fuzzers
  tsan      ThreadSanitizer

Examples
  ./dev build                      build/release/lotse
  ./dev build debug test_mail      one test program: build/debug/tests/test_mail
TEXT
}

main() {
    local preset=${1:-release}
    [[ $# -gt 0 ]] && shift
    case $preset in
        release) need_packages run ;;
        debug | ci | tsan) need_packages run test ;;
        *) give_up "There is no preset '$preset'." "Take release, debug, ci or tsan." ;;
    esac
    if [[ $preset == release ]]; then build_web || exit 1; fi
    compile "$preset" "$@" || exit 1
    [[ $preset == release && $# == 0 ]] && say "build/release/lotse is ready. Try ./dev run"
    return 0
}
